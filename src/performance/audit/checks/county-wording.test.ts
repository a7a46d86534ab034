import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Verdict } from '../audit.ts';
import { fromText } from '../testing/extract.ts';

const calcs = (verdicts: readonly Verdict[], lines: readonly string[]): readonly string[] =>
  auditDocument(fromText(['青溪县2023年度工作情况通报', ...lines].join('\n')))
    .findings.filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ calc }) => calc);
const accused = (...lines: readonly string[]) => calcs(['contradiction'], lines);
const spoken = (...lines: readonly string[]) => calcs(['contradiction', 'doubtful', 'rounding'], lines);

test('an average with its base in brackets need not be whole', () => {
  expect(accused('县图书馆藏书18.6万册，人均（按常住人口31万人）0.6册。')).toEqual([]);
  expect(accused('减少材料42.6%，减少跑动2.1次。')).toEqual([]);
  expect(accused('全年更新展板（含流动展板）12.5张。')).toHaveLength(1);
});

const TABLE = ['承办单位\t受理量\t办结量', '城关镇\t812\t806', '东岭镇\t738\t732', '合计\t1550\t1538'];
// 209 of 214 are of the enterprises; 1538 of 1550 are of all.
test('what was settled of a smaller number received is not the total of a table', () => {
  expect(spoken('企业诉求214件，办结209件，办结率97.66%。', ...TABLE)).toEqual([]);
  expect(accused('全年受理量1550件，办结量1583件。', ...TABLE).length).toBeGreaterThan(0);
});

// 2104.25 − 117.94 = 1986.31; 117.94 ÷ 1986.31 = 5.94 %.
test('a change that names its thing is not of the figures of the sentence before', () => {
  const parts = '其中一般公共预算拨款1684.25万元、政府性基金预算拨款420.00万元，上年结转0万元';
  expect(spoken(`收入预算2104.25万元，${parts}。收入较上年增加117.94万元，增长5.94%。`)).toEqual([]);
  const zeros = '国有资本经营预算拨款0万元，事业收入0万元，上年结转0万元';
  expect(spoken(`收入预算2104.25万元，其中${zeros}。收入较上年增加117.94万元，增长5.94%。`)).toEqual([]);
});

// 67315 ÷ 68942 = 97.64 %; how many of them within 15 seconds is not printed.
test('a rate with a time or a first in its name is not the bare rate', () => {
  expect(spoken('呼入68942通，接通67315通，接通率97.64%，15秒接通率93.86%。')).toEqual([]);
  expect(spoken('应办结1200件，办结1188件，办结率99.00%，首次响应满意率90.10%。')).toEqual([]);
  expect(accused('呼入68942通，接通67315通，接通率93.86%。')).toHaveLength(1);
});

test('hectares and kilometres are never added', () => {
  const done = '实际建成3.20万亩，完成率100%；新修和硬化渠道86.4公里，完成计划84公里的102.86%';
  expect(spoken(`计划建设3.20万亩，${done}。`)).toEqual([]);
});

// 8124 − 1260 = 6864; 1260 ÷ 6864 = 18.36 %.
test('比上年多发放, 多完成 and 少支出 are differences', () => {
  expect(spoken('全年发放贷款386笔8124万元，比上年多发放1260万元，增长18.36%。')).toEqual([]);
  expect(accused('全年发放贷款386笔8124万元，比上年多发放1260万元，增长16.38%。')).toHaveLength(1);
});

test('a number that is also a hotline is a number before a unit', () => {
  // 9994 + 2313 + 4 = 12311.
  expect(accused('其中甲镇9994亩、乙镇2313亩、丙镇4亩，合计12315亩。')).toHaveLength(1);
  expect(spoken('拨打12345热线1860件，接听12315电话62件。')).toEqual([]);
});

test('what a measure cost is not all that was spent', () => {
  const all = '一、预算执行\n全年支出4185.62万元。\n二、主要产出';
  expect(spoken(all, '实施临时救助1128人次，支出186.12万元。')).toEqual([]);
});

test('one sentence on the hotline makes no hotline bulletin', () => {
  const lines = ['新建户厕186座。', '办理12345热线工单214件，办结率100%。', '检查企业312家次。'];
  const kind = (title: string) => auditDocument(fromText([title, ...lines].join('\n'))).document.kind;
  expect(kind('石桥镇2023年政府工作总结')).toBe('other');
  expect(kind('石桥镇2023年12345热线办理情况通报')).toBe('hotline-bulletin');
});

test('nothing is below any goal, with or without its unit', () => {
  const rows = [
    '评价内容\t绩效目标\t完成情况',
    '质量指标\t再犯罪率低于0.2%\t再犯罪率0',
    '数量指标\t普法宣传60场次\t普法宣传72场次',
  ];
  expect(spoken(...rows)).toEqual([]);
});

test('a part of the whole is measured by its own budget', () => {
  const all = '“三公”经费支出预算为24.00万元，支出决算为19.86万元，完成预算的82.75%';
  expect(spoken(`${all}。其中：公务接待费支出决算3.12万元，完成预算的62.40%。`)).toEqual([]);
  expect(accused(`${all.replace('82.75', '87.25')}。`)).toHaveLength(1);
});

test('财政拨款支出 of a paragraph of that name is not all spending', () => {
  const all = '三、支出情况。2023年度支出合计1795.20万元。';
  expect(spoken(all, '四、财政拨款支出情况。年初预算为1520.00万元，支出决算为1775.20万元。')).toEqual([]);
});

// 6420 ÷ 8216 = 78.14 %; the row of the whole centre says 77.59 %.
test('a rate of its own counts is not that of the row whose name the sentence begins with', () => {
  const rows = [
    '单位\t办件量\t评价量\t主动评价率',
    '政务中心\t62140\t48216\t77.59%',
    '乡镇\t31420\t22000\t70.02%',
  ];
  expect(accused('政务中心首席窗口办件8216件，评价6420件，主动评价率78.14%。', ...rows)).toEqual([]);
  expect(accused('政务中心主动评价率79.57%。', ...rows)).toHaveLength(1);
});

// 86.40 ÷ (1486.20 + 86.40) = 5.49 %.
test('a named change is of the only figure of that name in the sentence before', () => {
  const text =
    '收入预算1486.20万元，其中一般公共预算拨款1386.20万元，上年结转100.00万元。收入较上年减少86.40万元，';
  expect(spoken(`${text}下降5.49%。`)).toEqual([]);
  expect(accused(`${text}下降9.45%。`)).toHaveLength(1);
});

// 740 ÷ (6240 − 740) = 13.45 %; 126 ÷ 120 = 105 %; 18526 ÷ 18642 = 99.38 %.
test('an average beside it, another verb or another measure word hides no wrong rate', () => {
  const loans = '发放贷款312笔6240万元，笔均20万元，比上年多发放740万元，增长';
  expect(spoken(`${loans}13.45%。`)).toEqual([]);
  expect(accused(`${loans}14.35%。`)).toHaveLength(1);
  expect(spoken('计划救助残疾儿童120名，实际救助126名，完成率105%。')).toEqual([]);
  expect(accused('计划救助残疾儿童120名，实际救助126名，完成率150%。')).toHaveLength(1);
  expect(spoken('应接种18642剂次，实际接种18526剂次，接种率99.38%。')).toEqual([]);
  expect(accused('应接种18642剂次，实际接种18526剂次，接种率93.98%。')).toHaveLength(1);
});

// 198.40 ÷ 212.60 = 93.32 %.
test('总额 names the whole amount, as 总数 the whole number', () => {
  const bought = '政府采购支出总额212.60万元，其中：货物支出86.30万元、服务支出126.30万元。';
  const share = '授予中小企业合同金额198.40万元，占政府采购支出总额的';
  expect(spoken(`${bought}${share}93.32%。`)).toEqual([]);
  expect(accused(`${bought}${share}92.33%。`)).toHaveLength(1);
});

// 421 ÷ 426 = 98.83 %; 1850 ÷ 1862 = 99.36 % in the row.
test('a rate that the counts of its clause bear out is not held to the row of a table', () => {
  const rows = ['单位\t受理量\t办结量\t办结率', '城关镇\t1862\t1850\t99.36%', '东岭镇\t738\t732\t99.19%'];
  expect(accused('城关镇受理1862件，其中物业类426件，办结421件，办结率98.83%。', ...rows)).toEqual([]);
  expect(accused('城关镇受理1862件，办结率98.83%。', ...rows)).toHaveLength(1);
});
