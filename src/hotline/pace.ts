import { refuse } from '#lib/refusal.ts';

interface Pace {
  readonly most: number;
  readonly inMs: number;
}
/** Beyond so many who ask, the oldest are forgotten: memory is bounded whatever comes. */
const REMEMBERED = 10_000;

/**
 * A limit per person on what is cheap once and telling in bulk: `const allowed = pace({ most: 60, inMs: 60_000 })`, then
 * `allowed(by.id)`, which refuses with `lib.too-many`. Kept per process.
 */
export function pace({ most, inMs }: Pace, clock: () => number = Date.now): (who: string) => void {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return (who) => {
    const at = clock();
    const open = windows.get(who);
    if (!open || at - open.since >= inMs) {
      windows.delete(who);
      if (windows.size >= REMEMBERED) windows.delete(windows.keys().next().value!);
      windows.set(who, { since: at, count: 1 });
      return;
    }
    open.count += 1;
    if (open.count > most) refuse('lib.too-many', { seconds: Math.ceil((open.since + inMs - at) / 1000) });
  };
}
