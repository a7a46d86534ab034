import { expect, test } from 'vitest';
import { instant } from '#lib/time.ts';
import type { RecordInput } from './input.ts';
import { toldFaults } from './told-faults.ts';

const at = (day: string) => instant(`2021-03-${day}T10:00+08:00`);
const told = (more: Partial<RecordInput>) =>
  toldFaults(
    {
      sourceSystem: '旧台账',
      sourceId: '1',
      state: 'closed',
      registeredAt: at('01'),
      title: '漏水',
      ...more,
    },
    at('31'),
  ).map(({ path, message }) => `${path} ${message}`);

test('closed before it was answered is no course of things; answered and closed at once is', () => {
  expect(told({ repliedAt: at('09'), closedAt: at('06') })).toEqual(['closedAt 早于答复时间']);
  expect(told({ repliedAt: at('09'), closedAt: at('09') })).toEqual([]);
  expect(told({ closedAt: at('06') })).toEqual([]);
});

test.each(['registered', 'signed'] as const)('%s with a time of its end is neither', (state) => {
  expect(told({ state, closedAt: at('06') })).toEqual(['state 有办结时间，却没有办结']);
  expect(told({ state })).toEqual([]);
});

test('a call-back that reached nobody confirms nothing', () => {
  expect(told({ callBackResult: 'not-reached', isSolved: true })).toEqual([
    'isSolved 回访未接通，不能确认已解决',
  ]);
  expect(told({ callBackResult: 'not-reached', isSolved: false })).toEqual([]);
  expect(told({ callBackResult: 'satisfied', isSolved: true })).toEqual([]);
});

test('what the source says of being on time agrees with its own times', () => {
  const late = { dueAt: at('05'), repliedAt: at('09') };
  const inTime = { dueAt: at('12'), repliedAt: at('09') };
  expect(told({ ...late, statedOutcome: '按期办结' })).toEqual(['statedOutcome 按期限和答复时间应为超期']);
  expect(told({ ...inTime, statedOutcome: '超期办结' })).toEqual(['statedOutcome 按期限和答复时间应为按期']);
  expect(told({ ...late, statedOutcome: '超期办结' })).toEqual([]);
  expect(told({ ...inTime, statedOutcome: '已办结' })).toEqual([]);
  expect(told({ repliedAt: at('09'), statedOutcome: '超期办结' })).toEqual([]);
});

test('nobody is called back about an answer that was not given yet', () => {
  expect(told({ repliedAt: at('09'), calledBackAt: at('02') })).toEqual(['calledBackAt 早于答复时间']);
  expect(told({ repliedAt: at('09'), calledBackAt: at('09') })).toEqual([]);
});
