import { addDays, day, millis, MS_PER_HOUR, startOfDay } from '#lib/time.ts';
import { chance } from '../chance.ts';
import type { Thread } from '../run/thread.ts';
import type { Ground } from './ground.ts';
import entries from './knowledge.json' with { type: 'json' };
import type { Staff } from './people.ts';

/** 知识条目: what callers ask again and again, and what may be said to them. */
export interface Entry {
  readonly title: string;
  /** As an agent takes it down. */
  readonly said: string;
  readonly question: string;
  readonly answer: string;
  readonly basis: string;
  readonly unit: string;
  readonly topic: string;
  /** Published in this month of the year, where it was not there before it. */
  readonly month?: number;
}
const known = entries as readonly Entry[];
/** What is there from the first day: an agent answers from it at once. */
export const answeredAtOnce: readonly Entry[] = known.filter(({ month }) => month === undefined);

/** Written in the autumn before, or when there was cause to. */
const writtenOn = (year: number, { month }: Entry, n: number) =>
  month === undefined
    ? addDays(day(`${year - 1}-09-02`), n * 3)
    : day(`${year}-${String(month).padStart(2, '0')}-${String(3 + (n % 20)).padStart(2, '0')}`);

/** The entries of the knowledge base: written by its keeper, published the same day. */
export function* knowledgeOf(
  { year, seed, ground }: { readonly year: number; readonly seed: number; readonly ground: Ground },
  staff: Staff,
  born: (entry: Entry, id: string) => void,
): Generator<Thread> {
  const dated = known.map((entry, n) => ({ entry, on: writtenOn(year, entry, n) }));
  for (const { entry, on } of dated.sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const by = chance(seed, 'knowledge', entry.title);
    const at = millis(startOfDay(on)) + Math.floor(by.between(9, 15) * MS_PER_HOUR);
    const owner = ground.unitNamed(entry.unit).id;
    const keeper = staff.keeper(owner);
    const { title, question, answer, basis, topic } = entry;
    yield {
      born: (id) => born(entry, id),
      steps: [
        {
          at,
          action: 'knowledge-entry.write',
          by: keeper,
          input: { title, question, answer, basis, owner, topic },
        },
        {
          at: at + Math.floor(by.between(0.3, 2) * MS_PER_HOUR),
          action: 'knowledge-entry.publish',
          by: keeper,
          input: {},
        },
      ],
    };
  }
}
