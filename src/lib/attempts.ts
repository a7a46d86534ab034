import type { App } from '#lib/app.ts';
import { uuidv7 } from '#lib/ids.ts';
import { instantOf, millis, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '#lib/time.ts';

/** So many within the window, in minutes. */
export interface Bound {
  readonly most: number;
  readonly minutes: number;
}
export interface Bounds {
  /** On one thing that is tried. */
  readonly subject: readonly Bound[];
  /** From one address: a whole village may sit behind it. */
  readonly address: readonly Bound[];
}
/** Four digits are ten thousand guesses: five in a quarter of an hour and twenty a day on one thing make that a year and more. */
export const FOLLOWING: Bounds = {
  subject: [
    { most: 5, minutes: 15 },
    { most: 20, minutes: 24 * 60 },
  ],
  address: [{ most: 30, minutes: 15 }],
};

type Counting = Pick<App, 'query' | 'suite' | 'now'>;
/** Where tries are noted: a technical table of its module, with these columns: id, kind, subject, address, at, has_failed. */
export interface Kept {
  readonly table: string;
  /** Refuses; `wait` in words, and in seconds. */
  readonly refuse: (wait: { readonly wait: string; readonly seconds: number }) => never;
}
export interface Try {
  readonly kind: string;
  readonly subject: string;
  readonly address: string;
  readonly bounds: Bounds;
}
interface Noted extends Try {
  readonly id: string;
}

interface Asked {
  readonly column: 'subject' | 'address';
  readonly bound: Bound;
  readonly now: Instant;
}
/** The seconds until fewer than the bound lie within its window; 0 when it is so already. */
async function secondsToWait(
  app: Counting,
  [{ table }, noted]: readonly [Kept, Noted],
  { column, bound, now }: Asked,
): Promise<number> {
  const window = bound.minutes * MS_PER_MINUTE;
  const [oldest] = await app.query(
    `select at from ${table}
      where kind = $1 and ${column} = $2 and at > $3 and id <> $4 and has_failed
      order by at desc offset $5 limit 1`,
    [noted.kind, noted[column], instantOf(millis(now) - window), noted.id, bound.most - 1],
  );
  return oldest ? Math.ceil((millis(oldest['at'] as Instant) + window - millis(now)) / 1000) : 0;
}

/** `12 分钟`, `5 小时`; begun ones count whole. */
const spoken = (seconds: number): string =>
  seconds <= 90 * 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.ceil(seconds / 3600)} 小时`;

async function refuseCrowded(app: Counting, of: readonly [Kept, Noted], now: Instant): Promise<void> {
  const [kept, { bounds }] = of;
  const waits: number[] = [];
  for (const column of ['subject', 'address'] as const)
    for (const bound of bounds[column]) waits.push(await secondsToWait(app, of, { column, bound, now }));
  const seconds = Math.max(...waits);
  if (seconds > 0) kept.refuse({ wait: spoken(seconds), seconds });
}

/**
 * Notes a try *before* it is looked at (a hundred at once count as a hundred) and refuses when there were too many; the
 * same for what exists and what does not. A refused try does not count. Returns what to call when it succeeded: then it
 * counts no more.
 */
export async function trying(app: Counting, kept: Kept, given: Try): Promise<() => Promise<void>> {
  const now = app.now();
  const digest = (text: string): string => app.suite.fingerprint(`${kept.table.replace('_', '-')}\n${text}`);
  const noted: Noted = {
    ...given,
    id: uuidv7(millis(now)),
    subject: digest(given.subject),
    address: digest(given.address),
  };
  await app.query(
    `insert into ${kept.table} (id, kind, subject, address, at, has_failed) values ($1, $2, $3, $4, $5, true)`,
    [noted.id, noted.kind, noted.subject, noted.address, now],
  );
  const forget = async (): Promise<void> =>
    void (await app.query(`update ${kept.table} set has_failed = false where id = $1`, [noted.id]));
  try {
    await refuseCrowded(app, [kept, noted], now);
  } catch (refusal) {
    // Nothing was looked at: who keeps knocking while the door is shut does not keep it shut.
    await forget();
    throw refusal;
  }
  return forget;
}

/** Forgets tries of more than a day ago. */
export const tidyAttempts = (name: string, { table }: Kept) => ({
  name,
  everyMs: MS_PER_HOUR,
  run: async (app: Pick<App, 'query' | 'now'>): Promise<void> => {
    await app.query(`delete from ${table} where at < $1`, [instantOf(millis(app.now()) - MS_PER_DAY)]);
  },
});
