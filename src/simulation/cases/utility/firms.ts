import { SERVICES, type Service } from '#cases/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';

/** A firm of the tenant and what it connects. */
export interface Firm {
  readonly id: string;
  readonly service: Service;
}

/** By what a firm is called; its name says first what it is nearest to. */
const WORDS: readonly (readonly [Service, RegExp])[] = [
  ['cable', /有线|广电|电视/],
  ['telecom', /通信|电信|移动|联通|铁塔/],
  ['gas', /燃气|天然气/],
  ['power', /供电|电力/],
  ['water', /水/],
];

/** 公用企业 — one for each service that somebody in the tenant supplies. */
export function firmsOf({ organisations }: OrganisationTree): readonly Firm[] {
  const firms = [...organisations.values()]
    .filter(({ kind, isActive }) => kind === 'utility' && isActive)
    .flatMap(({ id, name }): readonly Firm[] => {
      const service = WORDS.find(([, words]) => words.test(name))?.[0];
      return service === undefined ? [] : [{ id, service }];
    });
  return Object.keys(SERVICES).flatMap((each) => firms.find(({ service }) => service === each) ?? []);
}
