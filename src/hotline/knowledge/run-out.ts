import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { dayOf } from '#lib/time.ts';
import { knowledgeEntry } from './entry.ts';

/** The program itself; nobody is granted it. */
const CLOCK = { system: 'anyone' } as const;

/** 到期待确认 — its day to be confirmed has come. It is still read, with a warning. */
export const askConfirmation = action(knowledgeEntry, {
  name: 'ask-confirmation',
  title: '到期待确认',
  may: CLOCK,
  hidden: true,
  from: ['published'],
  to: ['to-confirm'],
  input: Type.Object({}),
  when: (entry, now) => entry.nextConfirmOn !== null && entry.nextConfirmOn <= dayOf(now),
  decide: () => ({ state: 'to-confirm' }),
});

/** 过有效期 — the day after its last. */
export const expireEntry = action(knowledgeEntry, {
  name: 'expire',
  title: '过有效期',
  may: CLOCK,
  hidden: true,
  from: ['published', 'to-confirm'],
  to: ['expired'],
  input: Type.Object({}),
  when: (entry, now) => entry.validUntil !== null && entry.validUntil < dayOf(now),
  decide: () => ({ state: 'expired' }),
});
