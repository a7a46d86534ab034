import { expect, test } from 'vitest';
import { accused } from '../testing/sentence.ts';

test.each([
  '在全市9个县（市、区）中排名第4。',
  '14个乡镇（街道）、186个村（社区）实现全覆盖，4个园区（景区、集镇）纳入试点。',
  '全市5个县（区、市）均已开通。',
  '对12个乡镇（街道、开发区）逐一调研。',
])('what a noun stands for is no list: %s', (text) => expect(accused(text)).toEqual([]));

test('names are a list, and too few are found', () => {
  expect(accused('四个街道（城东、城西）另行通报。')).toEqual(['enumeration']);
});
