import { shortRegionCode } from './region/short-code.ts';
import type { OrganisationTree, RegionNode } from './tree.ts';

/**
 * The active divisions a person may mean: the one with this code (with the statistics bureau's trailing noughts or
 * without), else all with this name. None when nobody is called so; several when the name is not enough.
 */
export function regionsCalled(tree: OrganisationTree, said: string): readonly RegionNode[] {
  const text = said.normalize('NFKC').trim();
  const byCode = tree.regions.get(text) ?? tree.regions.get(shortRegionCode(text));
  const meant = byCode ? [byCode] : [...tree.regions.values()].filter(({ name }) => name === text);
  return meant.filter(({ isActive }) => isActive);
}

/** What to say at the field when not exactly one division is meant. */
export const unclearPlace = (said: string, meant: readonly RegionNode[]): string =>
  meant.length > 1
    ? `有 ${meant.length} 个地方叫“${said.trim()}”，请填写代码：${meant.map(({ code }) => code).join('、')}`
    : '没有这个行政区划，或它已撤销；请填写本区的区划代码或名称';
