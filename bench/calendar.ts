/**
 * A hundred thousand deadlines by arithmetic, against the same by walking the days one after the other.
 * `node bench/calendar.ts`; prints ratios, the naive walk of the same run being 1.
 */
import {
  calendarTable,
  clockOf,
  deadline,
  due,
  loadChineseDays,
  type CalendarTable,
  type Clock,
} from '#calendar/index.ts';
import {
  dayNumberAt,
  dayOfNumber,
  dayStart,
  instantOf,
  millis,
  weekdayOfNumber,
  type Day,
} from '#lib/time.ts';

const CLOCKS = 100_000;
const ROUNDS = 5;

const table = calendarTable(loadChineseDays());
const first = Date.parse('2019-01-01T02:00:00Z');
// Limits as items have them, starts spread over six years.
const LIMITS = [1, 3, 5, 10, 15, 20, 30, 45, 60];
const clocks = Array.from({ length: CLOCKS }, (_, i): Clock => {
  const startAt = instantOf(first + ((i * 7919) % (6 * 365)) * 86_400_000);
  const still = {
    from: instantOf(millis(startAt) + 3 * 86_400_000),
    to: instantOf(millis(startAt) + 9 * 86_400_000),
  };
  const pauses = i % 10 === 0 ? [{ ...still, reason: '听证' }] : [];
  return clockOf(startAt, { amount: LIMITS[i % LIMITS.length] ?? 5, unit: 'working-day' }, { pauses });
});

const known = new Map(table.days.map((row) => [row.on, row.kind]));
function isWorked(n: number): boolean {
  const kind = known.get(dayOfNumber(n));
  return kind === undefined ? weekdayOfNumber(n) <= 5 : kind === 'make-up';
}

/** The plain way: a day at a time, asking of each whether it is worked and not paused. */
function walked({ startAt, limit, pauses }: Clock): Day {
  let n = dayNumberAt(millis(startAt));
  for (let counted = 0; counted < limit.amount;) {
    n += 1;
    const isStill = pauses.some(
      ({ from, to }) => millis(from) < dayStart(n + 1) && millis(to ?? from) > dayStart(n),
    );
    if (!isStill && isWorked(n)) counted += 1;
  }
  return dayOfNumber(n);
}

type Way = (clock: Clock, table: CalendarTable) => Day | null;
const ways: readonly (readonly [string, Way])[] = [
  ['a walk over the days', walked],
  ['deadline', (clock, table) => deadline(clock, table).dueOn],
  ['due, with its steps', (clock, table) => due(clock, table).dueOn],
];

const different = clocks.filter((clock) => walked(clock) !== deadline(clock, table).dueOn);
if (different.length > 0) throw new Error(`${different.length} deadlines differ from the walk`);

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
const times = ways.map((): number[] => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [i, [, way]] of ways.entries()) {
    const begun = performance.now();
    for (const clock of clocks) way(clock, table);
    times[i]?.push(performance.now() - begun);
  }
}
const [naive = NaN] = times.map(median);
console.log(`${CLOCKS} clocks of 1 to 60 working days, median of ${ROUNDS} interleaved rounds`);
for (const [i, [name]] of ways.entries()) {
  const took = median(times[i] ?? []);
  console.log(
    `${name.padEnd(22)} ${(naive / took).toFixed(1).padStart(6)} ×   ${took.toFixed(0).padStart(6)} ms`,
  );
}
