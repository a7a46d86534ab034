import { SERVICES, servicesOf, type Service } from '#cases/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';

/** A firm of the tenant and what it connects. */
export interface Firm {
  readonly id: string;
  readonly service: Service;
}

/** 公用企业 — one for each service that somebody in the tenant supplies. */
export function firmsOf({ organisations }: OrganisationTree): readonly Firm[] {
  const firms = [...organisations.values()]
    .filter(({ kind, isActive }) => kind === 'utility' && isActive)
    .flatMap(({ id, ...firm }) => servicesOf(firm).map((service): Firm => ({ id, service })));
  return Object.keys(SERVICES).flatMap((each) => firms.find(({ service }) => service === each) ?? []);
}
