import { expect, test } from 'vitest';
import { refuseHidden, turnsText } from './visible.ts';

test.each([
  ['甲某', false],
  ['阿卜杜拉·买买提', false],
  ["Anne-Marie O'Neil", false],
  ['\u202E某甲', true],
  ['甲\u200B某', true],
  ['甲\n某', true],
  ['甲某\u0007', true],
] as const)('a name %j with hidden signs is refused: %s', (name, isRefused) => {
  const work = (): void => refuseHidden(name, 'applicantName');
  if (isRefused)
    expect(work).toThrow(
      expect.objectContaining({
        code: 'lib.shape',
        fields: [expect.objectContaining({ path: 'applicantName' })],
      }) as Error,
    );
  else expect(work).not.toThrow();
});

test.each([
  ['第一行\n\t第二行\r\n', false],
  ['从文档粘贴\u000B的一行\u000C', false],
  ['零宽\u200B空格', false],
  ['发票\u202Exslx.exe', true],
  ['\u2067右起', true],
  ['响铃\u0007', true],
] as const)('text %j turns its direction or holds a control sign: %s', (text, turns) => {
  expect(turnsText(text)).toBe(turns);
});
