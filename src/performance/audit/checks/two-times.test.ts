import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const asked = (text: string) =>
  auditDocument(fromText(text))
    .findings.filter(({ kind, verdict }) => kind === 'equal' && verdict !== 'consistent')
    .map(({ verdict }) => verdict);

describe('figures of two times, or of what a word points to, accuse nobody', () => {
  test.each([
    // 因公 is no reason, and the year of the sentence holds to its end; 6.4万元 beside both proves nothing
    '2022年县档案馆“三公”经费预算中，因公出国（境）费1万元，公务用车购置及运行费15.2万元，公务接待费6.4万元。\n2023年县档案馆“三公”经费预算中，因公出国（境）费1万元，公务用车购置及运行费13.9万元，公务接待费6.4万元。',
    '3月5日（周末）全市共接待游客6.2万人次。其中水路游客1.3万人次。\n前五日全市累计接待游客28.4万人次。其中水路游客5.9万人次。',
    '全县共完成土地整治项目本月交易金额860万元。\n一、累计\n全县共完成土地整治项目全年交易金额9640万元。',
    '（一）噪声扰民较多。本周共办理此类工单31件，办结率90%。\n（二）占道经营较多。本周共办理此类工单86件，办结率92%。',
    '1.城镇职工养老保险本期基金累计收入含中央调剂资金4200万元，本期基金累计支出含上缴省级资金3900万元。\n2.城乡居民养老保险本期基金累计收入含中央调剂资金860万元，本期基金累计支出含上缴省级资金740万元。',
  ])('%s', (text) => expect(asked(text)).toEqual([]));

  test.each([
    '2023年县档案馆公务用车购置及运行费15.2万元，公务接待费6.4万元。\n二、说明\n2023年县档案馆公务用车购置及运行费13.9万元，公务接待费6.4万元。',
    '某局2023年工作报告\n全县共建成城乡公益墓地安葬设施1,264处。\n二、成效\n全县共建成城乡公益墓地安葬设施1,246处。',
  ])('of one time they do: %s', (text) => expect(asked(text)).not.toEqual([]));
});
