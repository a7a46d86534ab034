import type { Person } from '#lib/action/person.ts';
import type { Evaluation } from './evaluation.ts';

/** Whoever changes the content belongs to its writers: who wrote may neither check nor sign. */
export const asWriter = (evaluation: Pick<Evaluation, 'writers'>, by: Person): readonly string[] =>
  evaluation.writers.includes(by.id) ? evaluation.writers : [...evaluation.writers, by.id];

/** A record without one key. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
