import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { changed } from '../fixtures/document.ts';
import { asGrid } from '../fixtures/layouts.ts';
import { fromText } from '../testing/extract.ts';
import { accused, said } from '../testing/sentence.ts';

describe('figures that another relation has already answered', () => {
  test.each([
    // 1426 + 27 = 1453
    '进驻事项1426项，应进必进率98.1%（应进事项1453项，其余27项因涉密、场地等特殊原因经批准不进驻）。',
    // 27.35 ÷ 27.36 is the share of good ones, printed as 99.97 % of exact counts; call-backs are of the bad ones
    '全年“好差评”主动评价量27.36万条，主动评价率70.8%，好评27.35万条，好评率99.97%，差评76条，差评整改率100%、回访满意率96.1%。',
    // 8.7 ÷ 9.6 = 90.6 %, 3.2 ÷ 9.6 = a third: two qualities of the same storage
    '现有仓房52栋，总仓容9.6万吨，其中完好仓容8.7万吨，完好率90.6%；低温准低温仓容3.2万吨，占总仓容的三分之一。',
    // 1193.72 ÷ 1180 = 101.16 %; the bracket speaks of the budget
    '全年支出1193.72万元，为年初预算的101.2%（年初预算1180万元，其中动用以前年度结余30万元）。',
    '全年支出1193.72万元，为预算的101.2%（年初预算1150万元、追加30万元）。',
    // averages and rates of so many to something are not whole
    '床位使用率92.7%（开放床位520张），周转35.5次。',
    '万公里投诉率0.22件（全年投诉163件），责任事故率0.82次/百万公里（共6次，无死亡）。',
    '支出68.4万元，为预算的114.0%、调整后预算的95.0%（调整后预算72万元，其中市本级60万元、省级12万元）。',
    '结案402件，结案率97.6%（应结412件，其中上年旧存26件、新收386件）。',
    // what last year left is no figure of last year
    '支出4235万元，完成调整预算的96.6%（调整预算4386万元，其中上年结转112万元、上级专项1896万元），同比增长5.4%。',
    '2022年收入1432.60万元（含上年结转112.40万元），同比增长5.4%。',
    '收入总计4386万元，其中上年结转112万元、上级补助3176万元，同比增长5.4%。',
    '项目支出1286万元（其中上年结转326万元、当年预算960万元），比上年增长8.2%。',
    '办理案件412件，其中上年结转26件、新收386件，同比增长7.3%。',
    // 48 ÷ (1026 − 48) = 4.9 %, 8.4 ÷ (15.6 + 8.4) = 35 %: any verb behind 比上年 makes a step
    '发放租赁补贴1026户，户均13523元，比上年增发48户，增长4.9%。',
    '村级债务年末余额15.6万元，较年初化解8.4万元，下降35%。',
    '绿地1200亩，比上年流转48亩，增长4%。',
    // (8.35 − 5.61) ÷ 8.35 = 32.8 %
    '完成地方一般公共预算收入8.35亿元，同比增长11%，为年初预算15.90亿元的52.5%，实现“双过半”；其中税收收入5.61亿元，非税占比32.8%。',
    // the year before is named as a reason; 0.14 ÷ 1.97 = 7.11 %
    '国内增值税5.62亿元，同比增长31.4%，主要是上年同期集中退税拉低基数，剔除留抵退税因素后增长4.8%；企业所得税1.83亿元，同比减收0.14亿元，下降7.11%。',
    // shares of a thing that is not counted here
    '办件总量6000件，其中网办4200件，即办件占比65%，好评率99.8%。',
    '全年财政支出8.6亿元，其中民生支出6.45亿元，教育支出占22.3%，卫生健康支出占11.2%。',
    // 50 ÷ 330 = 15.15 %, of the first half of 2023
    '2022年受理投诉800件，2023年受理640件，减少160件，下降20%，2024年上半年受理280件，同比减少50件，下降15.15%。',
    // 127 ÷ (286 + 127) = 30.75 %
    '2023年批准和决定逮捕286人，不捕127人，不捕率30.75%。',
    '故障报修工单5318件，较2022年压降1146件，同比下降17.73%。',
    '选树县级以上劳模18名，较上届增选3名，增长20%。',
    // 7 ÷ (45 + 7) = 13.46 %
    '全年胜诉45件，败诉7件，败诉率13.46%。',
    // means lie between their parts
    '人均消费支出由13218元增至13942元，其中城镇16218元、农村11036元。',
    '最低生活保障标准提高到650元，其中城市650元、农村486元。',
    // a loan bears several marks
    '贷款余额278.14亿元，其中涉农贷款162.8亿元、普惠小微贷款86.4亿元、制造业贷款41.2亿元。',
    // half a year beside a whole one
    '去年全年处理投诉800件，今年上半年处理投诉280件，同比减少50件，下降15.15%。',
    '电话诉求562件，同比增长31.4%，主要是去年同期系统升级停机5天，网络诉求183件，同比减少14件，下降7.1%。',
    '归集额2.86亿元，提取1.72亿元，占当年归集额的60.1%，累计归集18.4亿元，提取率56.3%。',
    '今年办结案件640件，占全部受理800件的80%，其中简易程序480件，普通程序占25%。',
    // two cuts through the same projects
    '全年实施重点项目20个，其中新建项目12个，完工15个、在建5个。',
    '全县新建村级服务站36个，其中示范站8个，挂牌30个，验收26个。',
    // two quarters, two years
    '一、一季度情况\n全县受理群众来信来访86件，办结84件，按期答复率98.9%。\n二、二季度情况\n全县受理群众来信来访93件，办结90件，按期答复率99.4%。',
    '一、2023年财政决算情况\n（一）支出\n全县一般公共预算支出48.35亿元，比上年增长2.8%。\n二、2024年上半年预算执行情况\n（一）支出\n全县一般公共预算支出25.17亿元，为预算的50.8%。',
    // 3 of nine
    '2个集体、7名个人获市级以上表彰，其中省级3个（人）。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));

  test('and the plain faults beside them are still named', () => {
    // 1426 + 37 = 1463
    expect(accused('应进事项共1453项，其中已进驻1426项，未进驻37项。')).toEqual(['sum']);
    // 2735 ÷ 2736 = 99.96 %
    // 60 + 13 = 73
    expect(
      accused('支出68.43万元，为预算的95.0%（预算72.03万元，其中市本级60.02万元、省级13.01万元）。'),
    ).toEqual(['sum']);
    expect(accused('办理案件412件，其中上年结转26件、新收397件。')).toEqual(['sum']);
    // 8.4 ÷ 24 = 35 %, 902 ÷ 854 = 105.62 %
    expect(accused('村级债务年末余额15.6万元，较年初化解8.4万元，下降45%。')).toEqual(['growth']);
    expect(accused('受理902件，比上年受理的854件增长9.6%。')).toEqual(['growth']);
    // 4200 ÷ 6000 = 70 %
    expect(accused('办件总量6000件，其中网办4200件，网办占比65.3%。')).toEqual(['rate']);
    // one year, two headings
    expect(
      accused(
        '一、基本情况\n全县受理群众来信来访86件，办结84件。\n二、办理情况\n全县受理群众来信来访93件，办结90件。',
      ),
    ).toEqual(['equal']);
    // 1937 − 1909 = 28
    expect(accused('查出隐患1937条，整改1909条，整改率98.6%，剩余38条已落实整改期限。')).toEqual(['sum']);
    // 128 + 46 + 29 = 203
    expect(accused('共接待来信来访来电193件，其中来访128件、来信46件、12338热线29件。')).toEqual(['sum']);
    // 288 ÷ 300 = 96 %
    expect(accused('发放问卷300份，收回有效问卷288份，有效回收率98%。')).toEqual(['rate']);
    expect(accused('受理案件12.5件。')).toEqual(['integer']);
    expect(accused('主动评价2736条，好评2735条，好评率96.1%。')).toEqual(['rate']);
  });
});

test('what may pass a hundred is no fault above it', () => {
  expect(accused('拨备覆盖率186.4%，高于150%的监管要求；流动性覆盖率152.3%。')).toEqual([]);
  expect(accused('群众满意率102.4%。')).toEqual(['order']);
});

test('what was brought in besides belongs to the account', () => {
  // 2194.67 + 96.35 − 2203.27 = 87.75
  const year = (left: string): string =>
    `本年收入合计2194.67万元。另有年初结转和结余96.35万元。本年支出合计2203.27万元。年末结转和结余${left}万元，较年初减少8.60万元。`;
  expect(said(year('87.75'), 'consistent')).toContain('sum');
  expect(said(year('87.75'), 'doubtful')).toEqual([]);
  expect(said(year('97.75'), 'doubtful')).toEqual(['sum']);
});

test('a sentence may count some rows of a table', () => {
  // 38652 + 19874 = 58526
  const rows = [
    ['类别', '学校(所)', '在校生(人)'],
    ['小学', '62', '38652'],
    ['初中', '24', '19874'],
    ['高中', '8', '14210'],
    ['合计', '94', '72736'],
  ];
  const findings = (count: string) =>
    auditDocument(
      asGrid([
        '某县2023年教育统计公报',
        `全县义务教育阶段学校86所，在校生${count}人，其中小学38652人。`,
        { title: '教育情况', rows },
      ]),
    ).findings.filter(({ kind }) => kind === 'cross');
  expect(findings('58526')).toEqual([]);
  expect(findings('58562')).toHaveLength(1);
});

test('the decimal of a target is no number of a list', () => {
  const rows = [
    ['考核指标', '权重', '目标值', '完成值', '计分标准', '得分'],
    ['营业收入', '60', '7.50亿元', '7.84亿元', '完成目标得满分，每低1%扣1分', '60'],
    ['产量', '40', '3.25万吨', '3.31万吨', '完成目标得满分', '40'],
  ];
  const wanted = (text: string) =>
    auditDocument(asGrid(changed(['某公司2023年度绩效自评报告', { title: '', rows }], '"7.84亿元"', text)))
      .findings.filter(({ kind, verdict }) => kind === 'target' && verdict === 'contradiction')
      .map(({ a, b }) => [a, b]);
  expect(wanted('"7.84亿元"')).toEqual([]);
  expect(wanted('"7.04亿元"')).toEqual([['7.04', '7.5']]);
});

test('the unit of a form is of its money, not of its points', () => {
  const text = [
    '残疾人康复专项项目支出绩效自评表',
    '（2023年度）',
    '填报单位：某县残疾人联合会\t单位：万元',
    '项目资金\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
    '年度资金总额\t186.00\t186.00\t171.12\t10\t92%\t9.2',
    '二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
    '数量指标\t发放补贴人数\t420人\t431人\t50\t50',
    '质量指标\t补贴发放准确率\t100%\t100%\t40\t40',
    '总分\t\t\t\t100\t99.2',
  ].join('\n');
  const audit = auditDocument(fromText(text));
  expect(audit.score).toMatchObject({ claimed: '99.2', recomputed: '99.2' });
  expect(audit.findings.filter(({ verdict }) => verdict === 'contradiction')).toEqual([]);
});
