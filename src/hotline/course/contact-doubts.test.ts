import { expect, test } from 'vitest';
import type { Instant } from '#lib/time.ts';
import type { Contact } from '../order/work-order.ts';
import { contactDoubts } from './contact-doubts.ts';

/** As older orders keep it: in the writing of whoever sent it. */
const contact = (at: string): Contact => ({ at: at as Instant, how: '电话', withCaller: true }) as Contact;
const doubts = (repliedAt: string, ...contacts: readonly string[]) =>
  contactDoubts({ contacts: contacts.map(contact), repliedAt: repliedAt as Instant, isAnonymous: null });

test('a contact before the answer is none after it, however its time is written', () => {
  const at = '2026-11-23T01:00:00.000Z';
  for (const earlier of ['2026-11-23T00:56:30Z', '2026-11-23T08:56:30+08:00', '2026-11-22T19:56:30-05:00'])
    expect(doubts(at, earlier)).toEqual([]);
  expect(doubts(at, '2026-11-23T09:01:00+08:00')).toEqual(['2026年11月23日 09:01 的联系晚于答复']);
});

test('one moment told twice in two writings is one moment', () => {
  expect(doubts('2026-11-23T03:00:00.000Z', '2026-11-23T09:00:00+08:00', '2026-11-23T01:00:00Z')).toEqual([
    '几次联系登记在同一时刻',
  ]);
});
