import { expect, test } from 'vitest';
import { day, instant, type Day, type Instant } from '#lib/time.ts';
import { STATES, type OrderState } from '../order/words.ts';
import { standingOf } from './standing.ts';

const order = {
  registeredAt: instant('2020-05-11T09:00+08:00'),
  dueAt: instant('2020-05-18T17:00+08:00') as Instant | null,
  answerPromisedOn: null as Day | null,
  extensions: null as number | null,
  reopenings: null as number | null,
  resumedAt: null as Instant | null,
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

test('what its writer was told stands: dispatched late, it is late by the day told and not by the unit’s', () => {
  // Told 9 June; dispatched only on the 12th, so that the unit has until the 19th.
  const letter = { dueAt: instant('2020-06-19T17:00+08:00'), answerPromisedOn: day('2020-06-09') };
  expect(at('dispatched', '2020-06-12', letter)).toMatchObject({
    word: '已转交',
    dueOn: '2020-06-09',
    lateDays: 3,
  });
  expect(at('signed', '2020-06-09', letter)).toMatchObject({ dueOn: '2020-06-09', lateDays: null });
});

test('who was told nothing expects what the limits say, until an extension or a new round is told of', () => {
  const late = { dueAt: instant('2020-05-25T17:00+08:00') };
  expect(at('signed', '2020-05-20', late)).toMatchObject({ dueOn: '2020-05-18', lateDays: 2 });
  for (const more of [{ extensions: 1 }, { reopenings: 1 }])
    expect(at('signed', '2020-05-20', { ...late, ...more })).toMatchObject({
      dueOn: '2020-05-25',
      lateDays: null,
    });
});

test('a limit of the city that ends before the day told is the one that counts', () => {
  const letter = { dueAt: instant('2020-05-14T17:00+08:00'), answerPromisedOn: day('2020-05-18') };
  expect(at('signed', '2020-05-15', letter)).toMatchObject({ dueOn: '2020-05-14', lateDays: 1 });
});

test('taken up again after a merger it says so', () => {
  const resumedAt = instant('2020-05-12T09:00+08:00');
  for (const state of ['registered', 'dispatched'] as const)
    expect(at(state, '2020-05-13', { resumedAt }).note).toContain('恢复单独办理');
  expect(at('signed', '2020-05-13', { resumedAt }).note).toBe('承办单位正在办理');
});
