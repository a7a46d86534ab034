import { dayNumber, day, instantOf, MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';
import { chance, type Chance } from '../chance.ts';
import type { Input, Thread } from '../run/thread.ts';
import { callTime } from './habits.ts';
import { inventedPhone } from './names.ts';
import type { Staff } from './people.ts';
import type { Plan } from './plan.ts';

/* 来电: the telephone platform is connected for the last two months of the year; before that nobody kept its calls. */

const SECOND = 1000;
const LINE = '12345';
const connectedOn = (year: number): number => dayNumber(day(`${year}-11-01`));
/** Whether a moment lies in the part of the year whose calls are kept. */
export const isConnected = (year: number, at: number): boolean =>
  instantOf(at + 8 * MS_PER_HOUR).slice(0, 7) >= `${year}-11`;

/** Rung for: most are answered in a few seconds, one in twelve waits for more than fifteen. */
const rings = (by: Chance): number =>
  Math.floor((by.happens(0.92) ? by.between(2, 14.5) : by.between(16, 50)) * SECOND);

/** A call that was answered, whose order was registered at a moment of it; when it is over and how it is told. */
export function callBehind(
  registeredAt: number,
  phone: string | null,
  by: Chance,
): { readonly endedAt: number; readonly input: Input } {
  const answeredAt = registeredAt - Math.floor(by.between(0.7, 4) * MS_PER_MINUTE);
  const endedAt = registeredAt + Math.floor(by.between(2, 40) * SECOND);
  return { endedAt, input: told({ arrivedAt: answeredAt - rings(by), answeredAt, endedAt, phone }) };
}

interface Told {
  readonly arrivedAt: number;
  readonly answeredAt?: number;
  readonly endedAt: number;
  /** Null when it was withheld. */
  readonly phone: string | null;
}
const told = ({ arrivedAt, answeredAt, endedAt, phone }: Told): Input => ({
  line: LINE,
  arrivedAt: instantOf(arrivedAt),
  ...(answeredAt === undefined ? {} : { answeredAt: instantOf(answeredAt) }),
  endedAt: instantOf(endedAt),
  ...(phone === null ? {} : { phone }),
});

/** A call that left no order: asked and told at once, or given up before anybody answered. */
function callAlone(arrivedAt: number, by: Chance): { readonly endedAt: number; readonly input: Input } {
  const phone = by.happens(0.03) ? null : inventedPhone(by);
  if (by.happens(0.1)) {
    const endedAt = arrivedAt + Math.floor(by.between(6, 45) * SECOND);
    return { endedAt, input: told({ arrivedAt, endedAt, phone }) };
  }
  const answeredAt = arrivedAt + rings(by);
  const endedAt = answeredAt + Math.floor(by.between(0.3, 5) * MS_PER_MINUTE);
  return { endedAt, input: told({ arrivedAt, answeredAt, endedAt, phone }) };
}

/** Calls without an order, beside the matters of the year: one to sixteen. */
const PER_MATTER = 1 / 16;

/** The calls of the connected months that left no order, in the order of time. */
export function* callsAlone({ year, seed, count }: Plan, staff: Staff): Generator<Thread> {
  const by = chance(seed, 'calls');
  const [from, to] = [connectedOn(year), dayNumber(day(`${year + 1}-01-01`))];
  const times = Float64Array.from({ length: Math.round(count * PER_MATTER) }, () => callTime(from, to, by));
  const calls = [...times.sort()].map((at) => callAlone(at, by));
  for (const { endedAt, input } of calls.sort((a, b) => a.endedAt - b.endedAt))
    yield { steps: [{ at: endedAt, action: 'call.record', by: staff.switchboard, input }] };
}
