import type { App } from '#lib/app.ts';
import { uuidv7 } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '#lib/time.ts';

/** So many within the window, in minutes. */
interface Bound {
  readonly most: number;
  readonly minutes: number;
}
/**
 * Four digits are ten thousand guesses: five in a quarter of an hour and twenty a day on one letter make that a year and
 * more. A whole village may sit behind one address, so it is allowed more.
 */
export const FOLLOWING: { readonly subject: readonly Bound[]; readonly address: readonly Bound[] } = {
  subject: [
    { most: 5, minutes: 15 },
    { most: 20, minutes: 24 * 60 },
  ],
  address: [{ most: 30, minutes: 15 }],
};
/** Letters of one address; each try counts, also one refused for a missing field. */
export const WRITING: { readonly subject: readonly Bound[]; readonly address: readonly Bound[] } = {
  subject: [],
  address: [{ most: 40, minutes: 60 }],
};

interface Trying {
  readonly kind: 'follow' | 'write';
  /** What is tried: the number of a letter. */
  readonly subject: string;
  readonly address: string;
}
type Counting = Pick<App, 'query' | 'suite' | 'now'>;

interface Asked {
  readonly column: 'subject' | 'address';
  readonly bound: Bound;
  readonly now: Instant;
}
/** The seconds until fewer than the bound lie within its window; 0 when it is so already. */
async function secondsToWait(app: Counting, kept: Kept, { column, bound, now }: Asked): Promise<number> {
  const window = bound.minutes * MS_PER_MINUTE;
  const [oldest] = await app.query(
    `select at from letter_attempt
      where kind = $1 and ${column} = $2 and at > $3 and id <> $4 and has_failed
      order by at desc offset $5 limit 1`,
    [kept.kind, kept[column], instantOf(millis(now) - window), kept.id, bound.most - 1],
  );
  return oldest ? Math.ceil((millis(oldest['at'] as Instant) + window - millis(now)) / 1000) : 0;
}

/** `12 分钟`, `5 小时`; begun ones count whole. */
const spoken = (seconds: number): string =>
  seconds <= 90 * 60 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.ceil(seconds / 3600)} 小时`;

async function refuseCrowded(app: Counting, kept: Kept, now: Instant): Promise<void> {
  const bounds = kept.kind === 'follow' ? FOLLOWING : WRITING;
  const waits: number[] = [];
  for (const column of ['subject', 'address'] as const)
    for (const bound of bounds[column]) waits.push(await secondsToWait(app, kept, { column, bound, now }));
  const seconds = Math.max(...waits);
  if (seconds > 0) refuse('hotline.letter-too-many', { wait: spoken(seconds), seconds });
}
interface Kept extends Trying {
  readonly id: string;
}

/**
 * Notes a try *before* it is looked at (a hundred at once count as a hundred) and refuses when there were too many; the
 * same for a number that exists and one that does not. A refused try does not count. Returns what to call when it succeeded: then it counts no more.
 */
export async function trying(app: Counting, given: Trying): Promise<() => Promise<void>> {
  const now = app.now();
  const digest = (text: string): string => app.suite.fingerprint(`letter-attempt\n${text}`);
  const kept: Kept = {
    id: uuidv7(millis(now)),
    kind: given.kind,
    subject: digest(given.subject),
    address: digest(given.address),
  };
  await app.query(
    `insert into letter_attempt (id, kind, subject, address, at, has_failed) values ($1, $2, $3, $4, $5, true)`,
    [kept.id, kept.kind, kept.subject, kept.address, now],
  );
  const forget = async (): Promise<void> =>
    void (await app.query('update letter_attempt set has_failed = false where id = $1', [kept.id]));
  try {
    await refuseCrowded(app, kept, now);
  } catch (refusal) {
    // Nothing was looked at: who keeps knocking while the door is shut does not keep it shut.
    await forget();
    throw refusal;
  }
  return forget;
}

async function tidy(app: Pick<App, 'query' | 'now'>): Promise<void> {
  await app.query('delete from letter_attempt where at < $1', [instantOf(millis(app.now()) - MS_PER_DAY)]);
}
export const tidyAttempts = { name: 'hotline.letter-attempts', everyMs: MS_PER_HOUR, run: tidy };
