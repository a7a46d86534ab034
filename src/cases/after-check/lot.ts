import { randomNumber } from '#lib/lot.ts';

/**
 * So many of a hundred, rounded up, of these ids: those whose number under the seed is smallest, by id. The same ids and
 * seed give the same list, in whatever order they come. 3 % of 10: one. Pure.
 */
export function drawnByLot(
  ids: readonly string[],
  { seed, percent }: { readonly seed: string; readonly percent: number },
): readonly string[] {
  const size = Math.ceil((ids.length * percent) / 100);
  return ids
    .map((id) => ({ id, lot: randomNumber(seed, id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
    .sort();
}
