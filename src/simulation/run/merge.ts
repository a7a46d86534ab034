import type { Thread } from './thread.ts';

const bornAt = ({ steps }: Thread): number => steps[0]!.at;

/** Two sequences, each in the order of birth, as one. */
export function* merged(one: Iterator<Thread>, other: Iterator<Thread>): Generator<Thread> {
  let [a, b] = [one.next(), other.next()];
  while (!a.done || !b.done) {
    if (!a.done && (b.done || bornAt(a.value) <= bornAt(b.value))) {
      yield a.value;
      a = one.next();
    } else if (!b.done) {
      yield b.value;
      b = other.next();
    }
  }
}
