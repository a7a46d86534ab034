import { expect, test } from 'vitest';
import { day, instant, type Instant } from '#lib/time.ts';
import { STATES, type OrderState } from '../order/words.ts';
import { standingOf } from './standing.ts';

const order = {
  registeredAt: instant('2020-05-11T09:00+08:00'),
  dueAt: instant('2020-05-18T17:00+08:00') as Instant | null,
  reply: null as string | null,
  redirectedTo: null,
  redirectWords: null,
};
const noon = (on: string) => instant(`${on}T12:00+08:00`);
const at = (state: OrderState, now: string, more: Partial<typeof order> = {}) =>
  standingOf({ ...order, ...more, state }, noon(now), day('2020-05-18'));

test.each([
  ['registered', '已收到'],
  ['dispatched', '已转交'],
  ['returned', '已转交'],
  ['signed', '办理中'],
  ['joint-review', '办理中'],
] as const)('%s is told as %s, with the day it will be answered by', (state, word) => {
  expect(at(state, '2020-05-12')).toMatchObject({ word, dueOn: '2020-05-18', lateDays: null });
});

test('overdue is shown as overdue: at noon of the 19th the 18th is one day past', () => {
  expect(at('signed', '2020-05-19').lateDays).toBe(1);
  expect(standingOf({ ...order, state: 'signed' }, instant('2020-05-18T17:01+08:00'), null).lateDays).toBe(0);
});

test('a letter nobody has taken up is overdue against what its writer was told', () => {
  expect(at('registered', '2020-05-18', { dueAt: null }).lateDays).toBeNull();
  expect(at('registered', '2020-05-20', { dueAt: null }).lateDays).toBe(2);
});

test('an answer that is being handled again is no answer', () => {
  expect(at('approved', '2020-05-19', { reply: '已修好' })).toMatchObject({ word: '已答复', lateDays: null });
  expect(at('reopened', '2020-05-12', { reply: '已修好' }).word).toBe('办理中');
});

test('an answer that nobody has looked over yet is none: it is being handled, and no clock runs', () => {
  expect(at('replied', '2020-05-19', { reply: '已修好' })).toEqual({
    word: '办理中',
    note: '承办单位已答复，待热线办公室审核',
    dueOn: null,
    lateDays: null,
  });
});

test('every state has its word, and none shows a key', () => {
  for (const state of Object.keys(STATES) as OrderState[]) {
    const { word, note } = at(state, '2020-05-12');
    expect(word + note).toMatch(/^[\u4e00-\u9fff，：、 0-9]+$/);
  }
});
