import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const calcs = (text: string): readonly string[] =>
  auditDocument(fromText(`某局2023年度工作报告\n${text}`))
    .findings.filter(({ kind, verdict }) => kind === 'rate' && verdict === 'contradiction')
    .map(({ calc }) => calc);

describe('when no base bears a rate out', () => {
  test.each([
    // 386 + 4 = 390 were passed on; 386 ÷ 390 = 98.97 %
    ['6月共受理诉求1840件，自行处理1450件，派单390件，按时办结386件，超时4件，按时办结率99.6%。', '÷ 390件'],
    ['收到诉求900件，转办200件，按期办结190件，按期办结率97.0%。', '÷ 200件'],
  ])('the one that the words divide, or the nearest, is named: %s', (text, base) => {
    expect(calcs(text)).toEqual([expect.stringContaining(base)]);
  });
});
