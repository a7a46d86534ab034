import { expect, test } from 'vitest';
import { accused } from '../testing/sentence.ts';
import { figuresIn } from './figure.ts';

test.each([
  ['提供利用档案7358卷次', '卷次'],
  ['归档8642卷', '卷'],
  ['开行公交1286趟次、加开32趟', '趟次'],
  ['清运垃圾420车', '车'],
  ['投入人工360人日', '人日'],
  ['开设课程96学时', '学时'],
  ['抽检样品58批次', '批次'],
  ['划分3标段', '标段'],
  ['配送设备26台套', '台套'],
  ['演出86场次', '场次'],
])('%s counts in %s', (text, unit) => {
  const [first] = figuresIn(text);
  expect(first?.figure.unit).toMatchObject({ text: unit, dimension: 'count' });
});

test.each(['建成双向4车道', '治理12集中连片区', '公布8首批名单', '购置3具有资质的设备'])(
  'the next word is no measure word: %s',
  (text) => {
    const [first] = figuresIn(text);
    expect(first?.figure.unit.text).toBe('');
  },
);

// 5213 ÷ 7358 = 70.85 %, 3916 ÷ 8642 = 45.31 %, 432 ÷ 1286 = 33.59 %
test.each([
  ['提供利用档案7358卷次，其中民生档案5213卷次，占', '70.85', '77.85'],
  ['归档8642卷，其中民事案卷3916卷，占', '45.31', '55.31'],
  ['清运垃圾1286车，其中厨余432车，占', '33.59', '43.59'],
])('a share of such things is worked out: %s%s', (text, right, wrong) => {
  expect(accused(`${text}${right}%。`)).toEqual([]);
  expect(accused(`${text}${wrong}%。`)).toEqual(['rate']);
});
