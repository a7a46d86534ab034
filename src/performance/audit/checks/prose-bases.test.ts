import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused, said } from '../testing/sentence.ts';

describe('what a change is measured against', () => {
  test.each([
    // 520 against 500 is 4 %; the last member of the list, 130, is not what grew
    '全年登记船舶520艘次，其中客船390次、货船130次，同比增长4%（上年同期500次）。',
    // 208 − 200 = 8; 8 ÷ 200 = 4 %
    '会议费支出208万元，比年初预算200万元增加8万元，增长4%。',
    // 9 ÷ 10 = 90 %; 1 ÷ (9 + 1) = 10 %, the budget of 10 is not the present value
    '印刷费支出9万元，完成预算10万元的90%，较上年减少1万元，下降10%。',
    // 330 ÷ 300 = 110 %; the base of 300 is no whole of 200 + 130
    '发放补贴330人，比2018年的300人增长10%。其中，城区200人，乡村130人。',
    // 40 − 44 = −4; (40 − 44) ÷ 44 = −9.09 %
    '窗口等候40分钟，较上年44分钟缩短4分钟，下降9.09%。',
    // 2 月 50 件, 60 ÷ 50 = 120 %; a year ago 75, 60 ÷ 75 = 80 %
    '3月受理举报60件。环比增长20%（2月份50件），同比下降20%（2021年3月75件）。',
    // 3.5 万吨 − 3.3 万吨 = 2000 吨
    '蔬菜产量3.5万吨，比上年3.3万吨增加2000吨。',
    // 220 ÷ 200 = 110 %; the base of 200 is not the industry's
    '完成投资220万元，比上年的200万元增长10%，其中工业90万元，增长7%。',
    '绿化覆盖率41.5%，比上年提高0.5个百分点（上年为41.0%）。',
    // 50.6 − 46 = 4.6 = 10 % of 46
    '完成采购50.6万元，是上年46万元的1.1倍，增长10%。',
  ])('holds and is not accused: %s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'consistent').length).toBeGreaterThan(0);
  });

  test.each([
    ['会议费支出208万元，比年初预算200万元增加8万元，增长6%。', 'growth'], // 4 %
    ['窗口等候40分钟，较上年44分钟缩短6分钟。', 'growth'], // 4
    ['审批时限由20个工作日压缩到5个工作日，压缩85%。', 'growth'], // 75 %
    ['蔬菜产量3.5万吨，比上年3.3万吨增加5000吨。', 'growth'], // 2000
    ['绿化覆盖率41.5%，比上年提高0.9个百分点（上年为41.0%）。', 'growth'], // 0.5
    ['受理投诉60件，比上年48件多22件。', 'growth'], // 12
    ['本月接访45批次，同比增长10%（上年同期50批次）。', 'growth'], // −10 %
    ['完成采购50.6万元，是上年46万元的1.5倍。', 'rate'], // 1.1
  ])('is found: %s (%s)', (text, kind) => {
    expect(accused(text)).toContain(kind);
  });

  test('several figures that may have grown are a question', () => {
    // 90 and 80 are both within reach of 100; neither falls by 15 %
    const text = '新建泵站90座，改建泵站80座，同比下降15%（上年100座）。';
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toContain('growth');
  });
});

describe('rates that name their figures', () => {
  test.each([
    '完成植树4.4万株，完成年度任务4万株的110%。', // 4.4 ÷ 4
    '维修费年初预算60万元，支出决算66万元，完成年初预算的110%。', // 66 ÷ 60, above the budget
    '排查燃气用户2,400户，发现问题户60户，已改造57户，改造率95%。', // 57 ÷ 60
    '收到来信480封，办结470封；按期办结468封，按期办结率97.5%。', // 468 ÷ 480
    '发放问卷500份，收回480份，满意456份，满意度95%。', // 456 ÷ 480
    '新增就业1,200人，完成任务目标1,000人的120%。', // the 1 of 1,000 is no number of a goal
  ])('holds and is not accused: %s', (text) => {
    expect(accused(text)).toEqual([]);
  });

  test.each([
    ['完成植树4.4万株，完成年度任务4万株的115%。', 'rate'],
    ['维修费年初预算60万元，支出决算66万元，完成年初预算的116%。', 'rate'],
    ['排查燃气用户2,400户，发现问题户60户，已改造57户，改造率98%。', 'rate'],
    ['发放问卷500份，收回480份，满意456份，满意度89%。', 'rate'], // 456 ÷ 480 = 95, ÷ 500 = 91.2
    ['发放问卷500份，收回510份。', 'order'],
  ])('is found: %s (%s)', (text, kind) => {
    expect(accused(text)).toContain(kind);
  });
});

describe('sums that overlap or have their own owner', () => {
  test.each([
    '享受甲补贴300人，享受乙补贴200人，其中50人同时享受两项，两项共惠及450人。', // 300 + 200 − 50
    '公开文件100件，其中网站公开80件，公报公开60件（部分文件同时公开）。',
    '全年支出800万元。“三公”经费年初预算9万元，实际支出8万元。',
    '审结18件（含上年结转3件），其中维持12件、撤销4件、终止2件。', // 12 + 4 + 2 = 18
    '材料由平均7.5份减少到4.5份，减少40%。', // (7.5 − 4.5) ÷ 7.5
  ])('is not accused: %s', (text) => {
    expect(accused(text)).toEqual([]);
  });

  test.each([
    ['投入资金100万元，其中中央50万元、省级20万元、市级10万元、县级10万元。', 'sum'], // 90
    ['采购总额90万元，其中货物40万元、工程30万元、服务25万元。', 'sum'], // 95
    ['对80名学员开展回访，满意度97.3%。', 'integer'], // 77 ÷ 80 = 96.25, 78 ÷ 80 = 97.5
  ])('is found: %s (%s)', (text, kind) => {
    expect(accused(text)).toContain(kind);
  });
});

test('the working of a balance is the sum it prints', () => {
  // 86.30 + 1520.40 − 1480.20 = 126.50
  const text = '年初结转86.30万元，本年收入1520.40万元，本年支出1480.20万元，年末结转和结余146.50万元。';
  const found = auditDocument(fromText(`某局2023年度工作报告\n${text}`)).findings;
  expect(found.find(({ kind, a }) => kind === 'sum' && a === '146.5')).toMatchObject({ b: '126.5' });
});
