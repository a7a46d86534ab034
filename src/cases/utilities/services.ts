import type { OrganisationNode } from '#organisations/index.ts';
import type { Service } from './words.ts';

/** By what a duty or a firm is called; the first that fits is what it says. */
const WORDS: readonly (readonly [Service, RegExp])[] = [
  ['cable', /有线|广电|电视/],
  ['telecom', /通信|电信|移动|联通|铁塔/],
  ['gas', /燃气|天然气/],
  ['power', /供电|电力/],
  ['water', /水/],
];
const serviceIn = (text: string): readonly Service[] =>
  WORDS.flatMap(([service, words]) => (words.test(text) ? [service] : [])).slice(0, 1);

/** What a firm connects: the duties that the register of organisations has for it, else what its name says. Pure. */
export const servicesOf = ({ name, remit }: Pick<OrganisationNode, 'name' | 'remit'>): readonly Service[] => {
  const duties = [...new Set(remit.flatMap(serviceIn))];
  return duties.length > 0 ? duties : serviceIn(name);
};
