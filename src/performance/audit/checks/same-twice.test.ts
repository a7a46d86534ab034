import { expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

test.each([
  '道路养护项目支出进度95.0%，结余8.59万元。\n桥梁维修项目支出进度96.0%，结余9.46万元。',
  '培训工作安排50万元，支出48万元。\n宣传工作安排60万元，支出54万元。',
  '食品安全方面，开展专项执法检查行动15次，立案8起。\n药品安全方面，开展专项执法检查行动8次，立案3起。',
  '一是城区。新建改造供水管网12公里，投资300万元。\n二是乡镇。新建改造供水管网8公里，投资200万元。',
  '走进学校，发放12000份宣传资料。\n走进企业，发放3000份宣传资料。',
])('one name of two matters is not one figure stated twice: %s', (text) => {
  expect(accused(text)).not.toContain('equal');
});

test.each([
  '项目预算资金260万元，实际支出247万元。\n二、使用情况\n项目资金260万元已全部到位，实际支出274万元。',
  '一、总体情况\n收到依申请公开44件。\n二、数据\n本年新收政府信息公开申请46件。',
])('near names with two figures are asked about: %s', (text) => {
  expect(said(text, 'doubtful')).toContain('equal');
  expect(accused(text)).not.toContain('equal');
});

test.each([
  '项目预算资金260万元，实际支出247万元。\n二、使用情况\n项目资金260万元已全部到位，实际支出247万元。',
  '一、总体情况\n收到依申请公开46件。\n二、数据\n本年新收政府信息公开申请46件。',
])('and with one figure they are not: %s', (text) => {
  expect([...said(text, 'doubtful'), ...accused(text)]).toEqual([]);
});

test.each([
  '全年支出合计1865.42万元。\n二、使用情况\n全年支出合计1856.42万元，执行率95%。',
  '年末结余86.30万元。\n二、结转情况\n年末结余83.60万元，按规定使用。',
  '全县共建成农村公路安全防护设施1,264公里。\n二、成效\n全县共建成农村公路安全防护设施1,246公里。',
])('while the whole of the year is one: %s', (text) => {
  expect(accused(text)).toContain('equal');
});

test('what a heading narrows is another quantity', () => {
  expect(
    accused(
      '全年累计发放临时救助资金186.2万元。\n（一）上半年。累计发放临时救助资金86.4万元。\n（二）甲镇。累计发放临时救助资金12.6万元。',
    ),
  ).toEqual([]);
});
