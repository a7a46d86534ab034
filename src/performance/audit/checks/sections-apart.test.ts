import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

const differing = (text: string, verdict: 'contradiction' | 'doubtful') =>
  said(text, verdict).filter((kind) => ['equal', 'cross', 'unit'].includes(kind));

const QUARTERS = [
  '（一）甲项\n编制20人，在职18人，固定资产总额120.00万元。',
  '（二）乙项\n编制31人，在职27人，固定资产总额96.00万元。',
  '（三）丙项\n编制12人，在职11人，固定资产总额43.00万元。',
].join('\n');

describe('sections that give many figures of the same names', () => {
  test('speak of things in turn where none agrees', () => {
    expect([...differing(QUARTERS, 'contradiction'), ...differing(QUARTERS, 'doubtful')]).toEqual([]);
  });
  test('of two such sections it is asked once', () => {
    const two = QUARTERS.split('\n').slice(0, 4).join('\n');
    expect(differing(two, 'contradiction')).toEqual([]);
    expect(differing(two, 'doubtful')).toEqual(['equal']);
  });
  test('speak of one thing where one figure differs', () => {
    expect(
      accused(
        '一、基本情况\n编制20人，在职18人，固定资产总额120.00万元。\n二、资产情况\n编制20人，在职18人，固定资产总额102.00万元。',
      ),
    ).toContain('equal');
  });
});

test('the whole is not held to a fund, nor what came to what was planned', () => {
  expect(
    differing(
      '一、收支总体情况\n基本支出1300.00万元。\n二、一般公共预算基本支出情况\n基本支出1260.00万元。\n三、年初预算安排\n基本支出1200.00万元。',
      'contradiction',
    ),
  ).toEqual([]);
});
test('two figures of one fund are held to each other', () => {
  expect(
    accused(
      '一、一般公共预算支出情况\n基本支出1260.00万元。\n二、一般公共预算基本支出情况\n基本支出1206.00万元。',
    ),
  ).toContain('equal');
});

test.each([
  '全年执法检查8137次。\n二、主要绩效\n开展执法检查8173次，立案12起。',
  '组织技术培训1256人次。\n二、主要绩效\n技术培训1265人次。',
])('digits of one count in another order are asked about: %s', (text) => {
  expect(said(text, 'doubtful')).toContain('equal');
});
