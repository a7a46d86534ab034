import { expect, test } from 'vitest';
import { day } from '#lib/time.ts';
import { withDecisions, type Decision } from './standing-decision.ts';

const decision = (more: Partial<Decision> = {}): Decision => ({
  state: 'declined',
  item: 'own',
  above: 'above',
  field: 'basis',
  ownText: '《水法》第七条',
  aboveText: '《水法》第四十八条',
  reason: '本省条例另有规定',
  decidedOn: day('2026-11-01'),
  decidedBy: '编目员',
  ...more,
});
const difference = (more: object = {}) => ({
  field: 'basis' as const,
  title: '设定依据',
  own: '《水法》第七条',
  theirs: '《水法》第四十八条',
  ...more,
});
const reason = (decisions: readonly Decision[], of = difference()) =>
  withDecisions([of], decisions)[0]!.declined?.reason ?? null;

test('a declined difference stays declined as long as both texts say the same, width and spaces aside', () => {
  expect(reason([decision()])).toBe('本省条例另有规定');
  expect(reason([decision()], difference({ own: '《水法》 第七条' }))).toBe('本省条例另有规定');
});
test.each([
  ['one’s own text changed', { own: '《水法》第八条' }],
  ['the text above changed', { theirs: '《水法》第五十条' }],
  ['the text above is gone', { theirs: null }],
])('it is open again when %s', (_, more) => {
  expect(reason([decision()], difference(more))).toBeNull();
});
test('an adopted difference, and one of another field, decline nothing', () => {
  expect(reason([decision({ state: 'adopted' })])).toBeNull();
  expect(reason([decision({ field: 'name' })])).toBeNull();
});
test('of several decisions the last counts', () => {
  expect(reason([decision(), decision({ reason: '再议后仍保留' })])).toBe('再议后仍保留');
});
