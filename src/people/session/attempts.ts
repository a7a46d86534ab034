import type { Query } from '#lib/action/engine/load.ts';
import { uuidv7 } from '#lib/ids.ts';
import { instantOf, millis, type Instant } from '#lib/time.ts';
import { ADDRESS, LOCKOUT } from './settings.ts';

/** `pending` until the password was looked at; a process that dies meanwhile leaves a failure. */
export type Outcome = 'pending' | 'failed' | 'locked' | 'refused' | 'succeeded';
export interface Attempt {
  readonly id: string;
  readonly nameHash: string;
  readonly address: string;
  readonly at: Instant;
}

const FAILED = `outcome in ('failed', 'pending')`;

/** Notes an attempt *before* the password is looked at: a hundred guesses at once count as a hundred. */
export async function begin(query: Query, given: Omit<Attempt, 'id'>): Promise<Attempt> {
  const attempt = { id: uuidv7(millis(given.at)), ...given };
  await query(
    `insert into sign_in_attempt (id, name_hash, address, at, outcome) values ($1, $2, $3, $4, 'pending')`,
    [attempt.id, attempt.nameHash, attempt.address, attempt.at],
  );
  return attempt;
}

export async function end(query: Query, attempt: Pick<Attempt, 'id'>, outcome: Outcome): Promise<void> {
  await query('update sign_in_attempt set outcome = $2 where id = $1', [attempt.id, outcome]);
}

/** When this name failed before this attempt, since it last succeeded, as far back as a lock can reach. */
export async function failuresOf(query: Query, attempt: Attempt): Promise<readonly Instant[]> {
  const since = instantOf(millis(attempt.at) - 2 * LOCKOUT.window);
  const found = await query(
    `select at from sign_in_attempt
      where name_hash = $1 and at > $2 and id <> $3 and ${FAILED}
        and at > coalesce((select max(s.at) from sign_in_attempt s
                            where s.name_hash = $1 and s.outcome = 'succeeded'), '-infinity')
      order by at desc limit 100`,
    [attempt.nameHash, since, attempt.id],
  );
  return found.map((row) => row['at'] as Instant);
}

/** How often this address failed lately, whatever names it tried. */
export async function failuresFrom(query: Query, attempt: Attempt): Promise<number> {
  const since = instantOf(millis(attempt.at) - ADDRESS.window);
  const [row] = await query(
    `select count(*)::int as n from sign_in_attempt where address = $1 and at > $2 and id <> $3 and ${FAILED}`,
    [attempt.address, since, attempt.id],
  );
  return row!['n'] as number;
}
