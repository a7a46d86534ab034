import { setImmediate as turnEnds } from 'node:timers/promises';
import type { Query } from '#lib/action/engine/load.ts';

interface Question {
  /** The reading that has not begun: whoever asks now has its answer. */
  next: Promise<unknown> | null;
  running: Promise<unknown> | null;
}
const asked = new WeakMap<Query, Map<string, Question>>();

/**
 * One reading for all who ask the very same at once: a desk's list is the same question from everybody with the same
 * sight. A reading begins after everybody asked who gets its answer, so nobody gets older news than by asking alone, and
 * nothing is kept when it has been given. `question` must say all that the answer hangs on: the statement and its values,
 * in which the person's sight stands.
 */
export function askedTogether<T>(query: Query, question: string, read: () => Promise<T>): Promise<T> {
  const questions = asked.get(query) ?? new Map<string, Question>();
  asked.set(query, questions);
  const known = questions.get(question) ?? { next: null, running: null };
  questions.set(question, known);
  const begin = (): Promise<T> => {
    known.next = null;
    const mine = read().finally(() => {
      if (known.running === mine) known.running = null;
      if (known.running === null && known.next === null) questions.delete(question);
    });
    known.running = mine;
    return mine;
  };
  known.next ??= known.running ? known.running.then(begin, begin) : turnEnds().then(begin);
  return known.next as Promise<T>;
}
