import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';
import { accused, said } from '../testing/sentence.ts';

const spoken = (text: string) => [...accused(text), ...said(text, 'doubtful')];

describe('figures of two matters accuse nobody, though both are shares or of one unit', () => {
  test.each([
    // 71.5 is no earlier value of 58.4: one is of spending, the other of loans
    '支出21.46亿元，其中教育支出6.28亿元，占比29.3%。年末存款余额230亿元、贷款余额134.3亿元，存贷比58.4%，比年初提高0.7个百分点。',
    '医护比为1.2，比上年提高0.1。入住率71.5%；贷款余额134.3亿元，存贷比58.4%，比年初提高0.7个百分点。',
    // 户数 is not divided by money
    '计划总投资5200万元，共2310户。今年改造4个小区，总投资2600.0万元，户均1.9万元，户数分别占41.3%和58.7%。',
  ])('%s', (text) => expect(spoken(text)).toEqual([]));

  test('while the same label in the sentence before does', () => {
    // 91.4 − 88.2 = 3.2
    expect(accused('去年群众满意率88.2%，今年群众满意率91.4%，提高2.3个百分点。')).toContain('growth');
    // 23.5 ÷ 94 = 25 %
    expect(accused('全年项目支出94万元，其中培训支出23.5万元，占项目支出的35.0%。')).toContain('rate');
  });
});

describe('shares joined by 和 go with as many amounts in their order, 分别 or not', () => {
  // 45 ÷ 360 = 12.5 %, 3.1 ÷ 25 = 12.4 %
  const holiday = (shares: string): string =>
    `全年共接待游客360万人次，旅游总收入25亿元。其中假期接待游客45万人次、收入3.1亿元，占${shares}。`;
  test('the second is judged by the second', () => {
    expect(accused(holiday('12.5%和14.2%'))).toEqual(['rate']);
  });
  test('as printed', () => expect(spoken(holiday('12.5%和12.4%'))).toEqual([]));
  test('one unit off is no rounding of its neighbour', () => {
    expect(said(holiday('12.5%和12.4%'), 'rounding')).toEqual([]);
  });
});

test('what was carried in belongs to the base of what was closed', () => {
  // 203 ÷ (198 + 9) = 98.07 %
  expect(spoken('受理争议案件198件，上年结转9件，审结203件，结案率98.1%。')).toEqual([]);
  expect(spoken('受理争议案件198件，结案率98.1%。')).toEqual(['integer']);
});

test('a bracket behind a rate says what it is a rate of', () => {
  // 487 ÷ 502 = 97.01 %, 1153 ÷ 1210 = 95.29 %
  expect(spoken('按期办结641件；满意率97.01%（回访502件，满意487件）。')).toEqual([]);
  expect(spoken('按期办结率99.7%（未按期办结3件），满意率95.29%（参评1210件、满意1153件）。')).toEqual([]);
});

test('last year’s amount in a bracket is no part of this year’s total', () => {
  const text =
    '一般公共预算总收入41.2亿元，总支出40.1亿元。地方收入10.6亿元（上年10.02亿元），税收占比66.2%。';
  expect(spoken(text)).toEqual([]);
});

test('a year carries in what its total names', () => {
  // 412.6 + 1830.4 − 1890.5 = 352.5
  const year = (left: string): string =>
    [
      '一、收入支出决算总体情况',
      '2023年度收、支总计2243.00万元。其中，年初结转和结余412.60万元，本年收入1830.40万元。',
      '二、支出决算情况',
      `本年支出合计1890.50万元，年末结转和结余${left}万元。`,
    ].join('\n');
  expect(spoken(year('352.50'))).toEqual([]);
  expect(spoken(year('325.50'))).toEqual(['sum']);
});

describe('the same figure twice', () => {
  const twice = (second: string): string =>
    `一、执行情况\n全年预算数860.00万元，实际支出812.00万元。\n二、其他\n2023年全年实际支出${second}万元。`;
  test('is a contradiction where label and year agree', () => {
    expect(accused(twice('821.00'))).toContain('equal');
    expect(accused(twice('812.00'))).toEqual([]);
  });
  test('what one heading’s matter cost is no spending of the whole', () => {
    expect(spoken('二、使用情况\n全年支出1960.4万元。主要用于：\n3．养护服务。支出420.6万元。')).toEqual([]);
  });
  test('next year’s target is no figure of this year', () => {
    const text = '五、服务能力。每千名老人床位38.5张。\n六、2024年主要目标。每千名老人床位达到42张。';
    expect(spoken(text)).toEqual([]);
  });
});

describe('labels as they are printed', () => {
  const calcs = (text: string): string =>
    auditDocument(fromText(`某局2023年度工作报告\n${text}`))
      .findings.map(({ calc }) => calc)
      .join('\n');
  test('a list of words before a figure stays whole', () => {
    // 610 + 365 = 975 of 1000
    const text = '共下达专项资金1000万元。其中中央资金610万元，市、县两级配套365万元。';
    expect(calcs(text)).toContain('市、县两级配套365万元');
  });
  test('the mark of a note is no word and no figure', () => {
    // 40 + 65 + 80 = 185
    const text = '地区生产总值[3]186亿元，其中第一产业40亿元、第二产业65亿元、第三产业80亿元。';
    expect(calcs(text)).toContain('地区生产总值186亿元；');
  });
});

describe('a comparison that ended with its clause dates nothing behind it', () => {
  test.each([
    '盗窃案件214起，与上年持平；诈骗案件156起，同比上升6.1%。',
    '出警832起，比上年略有增加，其中救助群众195起，同比下降3.0%；社会救援637起。',
    '小麦产量4.8万吨，与去年相当；水稻产量7.35万吨，下降1.6%。',
  ])('%s', (text) => expect(spoken(text)).toEqual([]));
  test('while what is compared stays last year’s', () => {
    // 168 ÷ 160 = 105 %
    expect(accused('诈骗案件168起，上年160起，同比上升8.0%。')).toContain('growth');
  });
});

test('a list with a number that could not be read accuses no total', () => {
  // 610 + 402 + 188 = 1200
  expect(spoken('共受理诉求1200件，其中电话610件、网站402件、“随手拍”APP188件。')).toEqual([]);
  expect(accused('共受理诉求1200件，其中电话610件、网站402件、信函198件。')).toContain('sum');
});

describe('a change of another thing is none of these figures', () => {
  test.each([
    '监测点由6个减至5个，平均浓度同比下降14.2%。',
    '网点由14个增加到18个，业务量增长33.5%。',
    '积案由31件降至12件，初次来访同比下降7.7%。',
  ])('%s', (text) => expect(spoken(text)).toEqual([]));
  test('while one of theirs is', () => {
    // (5 − 6) ÷ 6 = −16.67 %
    expect(accused('监测点由6个减至5个，下降14.2%。')).toContain('growth');
    expect(accused('业务量由140件增加到180件，业务量增长33.5%。')).toContain('growth');
  });
});

describe('what alternates, is of another year or of one another is no list of parts', () => {
  test.each([
    // 61 + 35 = 96, 55 + 30 = 85
    '调解纠纷96件，成功85件，其中县级受理61件、成功55件，乡镇受理35件、成功30件。',
    '业务总量2410.5万元，同比增长11.2%；业务收入1980.3万元（2020年：业务总量2167.8万元、业务收入1822.6万元）。',
    // 66 ÷ 132 = 50 %
    '受理案件198件，其中一审132件，调解66件，调解率50.0%。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));
});

describe('who was and who was not are the base together', () => {
  test.each([
    // 48 ÷ (252 + 48) = 16 %, 20 ÷ (980 + 20) = 2 %
    '决定起诉252人，不起诉48人，不起诉率16.0%。',
    '抽检合格980批次、不合格20批次，不合格率2.0%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'rounding')).toEqual([]);
  });
});
