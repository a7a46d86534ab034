import type { Light } from './words.ts';

const DAY = 24 * 3_600_000;

/**
 * The light of a branch on the page of its case, by the clock on the wall: what is due within a day is near. Lists and boards
 * have the server's, which knows the working days.
 */
export function lightAt(dueAt: string, now: number): Light {
  const left = Date.parse(dueAt) - now;
  if (left < 0) return 'red';
  return left <= DAY ? 'yellow' : 'green';
}
