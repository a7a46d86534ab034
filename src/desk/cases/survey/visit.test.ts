import { expect, test } from 'vitest';
import { bareLine, lackOf, sheetBody, sheetOf } from './visit.ts';

test('the list makes the sheet; what was written keeps its place, what came since is added', () => {
  const kept = {
    lines: [
      { ...bareLine('排水口'), result: 'met' },
      { ...bareLine('围墙', true), result: 'met' },
    ],
    attendees: '乙某',
    finding: '',
  };
  const sheet = sheetOf({ conditions: ['取水口', '排水口'] }, kept);
  expect(sheet.lines.map(({ condition, result }) => [condition, result])).toEqual([
    ['取水口', ''],
    ['排水口', 'met'],
    ['围墙', 'met'],
  ]);
  expect(sheetOf({ conditions: [] }, null).lines).toEqual([bareLine('', true)]);
});

test('every condition has a result, what is not met a word, and somebody was there', () => {
  const sheet = sheetOf({ conditions: ['取水口'] }, null);
  expect(lackOf(sheet)).toBe('还有 1 项没有结果');
  const unmet = { ...sheet, lines: [{ ...sheet.lines[0]!, result: 'unmet' }] };
  expect(lackOf(unmet)).toBe('“取水口”不符合，请写明情况');
  const noted = { ...unmet, lines: [{ ...unmet.lines[0]!, note: ' 位置偏移 ' }] };
  expect(lackOf(noted)).toBe('请填写到场人员');
  const whole = { ...noted, attendees: '甲某、乙某 ' };
  expect(lackOf(whole)).toBe('');
  expect(sheetBody(whole)).toEqual({
    results: [{ condition: '取水口', result: 'unmet', note: '位置偏移' }],
    attendees: ['甲某', '乙某'],
  });
});
