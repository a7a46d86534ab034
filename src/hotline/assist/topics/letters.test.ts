import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fingerprint, readLetters } from './letters.ts';

const lines = (...rows: readonly unknown[]): Buffer =>
  Buffer.from(rows.map((row) => JSON.stringify(row)).join('\r\n'));

test('a row may hold words, or title and text, or both', () => {
  const rows = lines(
    { label: '甲', tokens: '路灯 不亮' },
    { label: '乙', title: '停电', body: '三天了' },
    { label: '乙', tokens: '停电', title: '停电', body: '三天了', dupGroup: 7 },
  );
  const expected = [
    { label: '甲', text: '路灯 不亮' },
    { label: '乙', text: '停电\n三天了' },
    { label: '乙', text: '停电', written: '停电\n三天了', group: '7' },
  ];
  expect(readLetters(rows)).toEqual(expected);
  expect(readLetters(gzipSync(rows))).toEqual(expected);
});
test.each([
  ['{"label": "甲"}', '没有正文'],
  ['{"tokens": "路灯"}', '没有 label'],
  ['[1', '不是一个 JSON 对象'],
])('a row that cannot be used is named with its line: %s', (row, why) => {
  expect(() => readLetters(Buffer.from(`{"label":"甲","tokens":"路灯"}\n\n${row}`))).toThrow(
    expect.objectContaining({ code: 'hotline.unreadable-row', facts: { row: 3, why } }),
  );
});
test('an empty file is refused', () => {
  expect(() => readLetters(Buffer.from('\n'))).toThrow('hotline.unreadable-rows');
});
test('spaces do not change the fingerprint, a character does', () => {
  expect(fingerprint('路灯 不亮')).toBe(fingerprint('路灯不亮'));
  expect(fingerprint('路灯不亮')).not.toBe(fingerprint('路灯又亮'));
});
