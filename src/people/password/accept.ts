import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { Account } from '../account/account.ts';
import { remembered, type Chosen } from './hashing.ts';
import { passwordFaults } from './rules.ts';

/** The columns of an account that takes a new password; refuses a weak one or one of the last, at its field. */
export function withPassword(mine: Account, password: string, chosen: Chosen, now: Instant) {
  const faults = [
    ...passwordFaults(password, mine.number),
    ...(chosen.isReused ? ['不能与最近用过的密码相同'] : []),
  ];
  if (faults.length > 0)
    refuse(
      'people.weak-password',
      { why: faults.join('；') },
      { fields: faults.map((message) => ({ path: 'password', message })) },
    );
  return {
    password: chosen.hash,
    passwordSetAt: now,
    formerPasswords: remembered(mine),
    link: null,
    linkEndsAt: null,
  };
}
