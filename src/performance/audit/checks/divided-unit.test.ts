import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const orders = (text: string): readonly string[] =>
  auditDocument(fromText(`某局2023年度工作报告\n${text}`))
    .findings.filter(({ kind }) => kind === 'order')
    .map(({ calc }) => calc);

describe('其中 divides the count right before it', () => {
  test.each([
    '全年接到上级转办21件；接听来电6530个，其中派单1480件。',
    '收到来信85件，接听电话6530次，其中派单1480件。',
    '召开会议12次；培训骨干640名，其中外出培训25次。',
  ])('in whatever unit, and nothing farther: %s', (text) => {
    expect(orders(text)).toEqual([]);
  });

  test('and not the step that a level has made', () => {
    // 960 − 60 = 900; 60 ÷ 900 = 6.67 %
    const told = '地方收入960万元，较上年同期增长6.67%，增收60万元。其中：税收收入';
    expect(orders(`${told}670万元，较上年同期增长8.06%，增收50万元。`)).toEqual([]);
    expect(orders(`${told}1670万元。`)).toEqual([expect.stringContaining('地方收入960万元')]);
  });

  test('a part above the count that it divides is still asked about', () => {
    expect(orders('接听来电6530个；收到来信85件，其中派单1480件。')).toHaveLength(1);
    expect(orders('全年受理诉求850件，增长12.5%，其中网络渠道1480件。')).toHaveLength(1);
  });
});
