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

/** How many before this one, and when the oldest of them was. */
async function countSince(
  app: Counting,
  column: 'subject' | 'address',
  asked: { readonly kind: string; readonly value: string; readonly since: Instant; readonly id: string },
): Promise<number> {
  const [row] = await app.query(
    `select count(*)::int as n from letter_attempt
      where kind = $1 and ${column} = $2 and at > $3 and id <> $4 and has_failed`,
    [asked.kind, asked.value, asked.since, asked.id],
  );
  return row!['n'] as number;
}

async function refuseCrowded(app: Counting, kept: Kept, now: Instant): Promise<void> {
  const bounds = kept.kind === 'follow' ? FOLLOWING : WRITING;
  for (const column of ['subject', 'address'] as const)
    for (const { most, minutes } of bounds[column]) {
      const since = instantOf(millis(now) - minutes * MS_PER_MINUTE);
      const n = await countSince(app, column, { kind: kept.kind, value: kept[column], since, id: kept.id });
      if (n >= most) refuse('hotline.letter-too-many', { minutes, seconds: minutes * 60 });
    }
}
interface Kept extends Trying {
  readonly id: string;
}

/**
 * Notes a try *before* it is looked at (a hundred at once count as a hundred) and refuses when there were too many; the
 * same for a number that exists and one that does not. Returns what to call when it succeeded: then it counts no more.
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
  await refuseCrowded(app, kept, now);
  return async () =>
    void (await app.query('update letter_attempt set has_failed = false where id = $1', [kept.id]));
}

async function tidy(app: Pick<App, 'query' | 'now'>): Promise<void> {
  await app.query('delete from letter_attempt where at < $1', [instantOf(millis(app.now()) - MS_PER_DAY)]);
}
export const tidyAttempts = { name: 'hotline.letter-attempts', everyMs: MS_PER_HOUR, run: tidy };
