import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#lib/time.ts';
import { alikeness, cameBack, pairsOnce, type Earlier, type Word } from './came-back.ts';

const LAMP: Word = {
  id: 'new',
  caller: 'hash-a',
  topic: '城乡建设/市政/路灯',
  place: '430611101',
  title: '路灯不亮',
  text: '小区门口的路灯三天没有亮，晚上看不见路。',
};
const closed = (more: Partial<Earlier> = {}): Earlier => ({
  ...LAMP,
  id: 'old',
  handler: 'unit',
  closedAt: instant('2020-05-01T09:00+08:00'),
  ...more,
});

test.each([
  [
    'the same caller within one theme',
    { topic: '城乡建设/供水', place: '430611', title: '停水', text: '停水了' },
    true,
  ],
  [
    'the same caller about something else',
    { topic: '社会保障/养老', title: '养老金', text: '何时发放养老金' },
    false,
  ],
  ['another caller, the same title and place', { caller: 'hash-b', text: '全黑' }, true],
  [
    'another caller, nearly the same words',
    { caller: 'hash-b', title: '没有路灯', text: `${LAMP.text}！` },
    true,
  ],
  ['another caller, the same title elsewhere', { caller: 'hash-b', place: '430611102', text: '全黑' }, false],
  ['nobody known on either side, another matter', { caller: null, title: '井盖', text: '井盖丢失' }, false],
])('%s: %s → %s', (_, more, isBack) => {
  expect(cameBack(LAMP, [closed(more)])?.id).toBe(isBack ? 'old' : undefined);
});

test('two anonymous orders are not of one caller', () => {
  const anonymous = { caller: null, title: '井盖', text: '井盖丢失', place: '430611102' };
  expect(cameBack({ ...LAMP, caller: null }, [closed(anonymous)])).toBeUndefined();
});

test('of several the last closed counts', () => {
  const [older, newer] = [
    closed({ id: 'older' }),
    closed({ id: 'newer', closedAt: instant('2020-05-03T09:00+08:00') }),
  ];
  expect(cameBack(LAMP, [newer, older])?.id).toBe('newer');
});

test('no order comes back to itself, whatever is among the closed', () => {
  expect(cameBack(LAMP, [closed({ id: 'new' })])).toBeUndefined();
});

test('alikeness: 路灯不亮 and 路灯很亮 share one of five pairs; it is even-handed and between 0 and 1', () => {
  expect(alikeness('路灯不亮', '路灯很亮')).toBe(0.2); // 路灯 of 路灯 灯不 不亮 灯很 很亮
  expect(alikeness('路灯，不亮！', ' 路灯不亮')).toBe(1);
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const share = alikeness(one, other);
      expect(share).toBe(alikeness(other, one));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});

test('texts that are compared many times are as alike as when compared alone, also beyond what is kept', () => {
  const pairsOf = pairsOnce();
  const texts = Array.from({ length: 1_200 }, (_, n) => `路灯${n}号不亮`);
  for (const text of texts)
    expect(alikeness('路灯7号不亮', text, pairsOf)).toBe(alikeness('路灯7号不亮', text));
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      expect(alikeness(one, other, pairsOf)).toBe(alikeness(one, other));
    }),
  );
});
