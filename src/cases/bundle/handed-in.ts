import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { folded } from '#catalogue/index.ts';
import { broughtIn } from '../file/paper.ts';
import type { BundlePaper } from './papers.ts';

/** The papers of the whole with those that are here. Refuses names that no item asks for. */
export function handedIn(
  all: readonly BundlePaper[],
  named: readonly string[],
  now: Instant,
): readonly BundlePaper[] {
  const names = new Map(named.map((name) => [folded(name), name]));
  const here = all.filter(({ name }) => names.delete(folded(name)));
  if (names.size > 0) refuse('cases.unknown-paper', { names: [...names.values()].join('、') });
  const { papers: brought } = broughtIn(
    all,
    here.map(({ name }) => name),
    now,
  );
  return brought.map((paper, n) => ({ ...paper, items: all[n]!.items }));
}
