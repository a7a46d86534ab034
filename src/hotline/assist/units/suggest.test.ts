import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedFile } from '#lib/testing/shared.ts';
import { readClosedOrders } from './closed-order.ts';
import { evaluateUnits } from './evaluate.ts';
import { contextsOf, learnUnits } from './learn.ts';
import { suggestUnits } from './suggest.ts';

const lamps = { topic: ['市政', '路灯'], place: ['东街', '一村'] };
const pingshan = sharedFile('data/pingshan-events/events-train.jsonl.gz');

test('contexts go from the widest to the whole matter', () => {
  expect(contextsOf(lamps)).toEqual([
    '市政',
    '市政 · 东街',
    '市政 / 路灯',
    '市政 / 路灯 · 东街',
    '市政 / 路灯 · 东街 / 一村',
  ]);
});
test('the narrower context decides the more, the more it has seen', () => {
  const model = learnUnits([
    { topic: ['市政'], place: [], unit: '城管局' },
    { topic: ['市政'], place: [], unit: '城管局' },
    { topic: ['市政'], place: [], unit: '城管局' },
    { topic: ['市政', '路灯'], place: [], unit: '供电局' },
  ]);
  const [first, second] = suggestUnits(model, { topic: ['市政', '路灯'], place: [] });
  // All: 城管局 3/4, 供电局 1/4. 市政, 4 orders of 2 units, keeps 2 · 0.7 = 1.4: 供电局 (¼ · 1.4 + 1) / 5.4 = 0.25.
  // 路灯, 1 order of 1 unit, keeps 0.7: 供电局 (0.25 · 0.7 + 1) / 1.7 = 0.6912.
  expect(first).toMatchObject({
    name: '供电局',
    because: '「市政 / 路灯」的 1 件已办结工单中，1 件由其承办',
  });
  expect(first!.p).toBeCloseTo(1.175 / 1.7, 10);
  expect(second!.p).toBeCloseTo(1 - 1.175 / 1.7, 10);
});
test('orders near in time count more: a renamed unit is suggested under its new name', () => {
  const old = { ...lamps, unit: '城管队', day: 0 };
  const renamed = { ...lamps, unit: '综合执法队', day: 100 };
  const model = learnUnits([old, old, renamed]);
  expect(suggestUnits(model, { ...lamps, day: 101 })[0]!.name).toBe('综合执法队');
  expect(suggestUnits(model, { ...lamps, day: 1 })[0]!.name).toBe('城管队');
  expect(suggestUnits(model, lamps)[0]!.name).toBe('城管队');
});
test('nothing learned, nothing suggested', () => {
  expect(suggestUnits(learnUnits([]), lamps)).toEqual([]);
});
test('an order without a unit is named with its line', () => {
  expect(() => readClosedOrders(Buffer.from('{"topic":"市政/路灯"}'))).toThrow('hotline.unreadable-row');
});
test.runIf(pingshan)(
  'on 30 % of the events of Pingshan the unit is first in 64 of 100, among three in 78',
  () => {
    const marks = evaluateUnits(readClosedOrders(readFileSync(pingshan!)));
    expect(marks).toMatchObject({ rows: 2100, learnedFrom: 4900 });
    expect(marks.first).toBeGreaterThanOrEqual(0.64);
    expect(marks.inThree).toBeGreaterThanOrEqual(0.78);
  },
);
