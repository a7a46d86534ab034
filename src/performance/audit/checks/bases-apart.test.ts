import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

/** Neither accused nor asked about. */
const silent = (text: string): void => {
  expect(accused(text)).toEqual([]);
  expect(said(text, 'doubtful')).toEqual([]);
};

describe('a rate of one thing is not judged by the counts of another', () => {
  test.each([
    // 1836 ÷ 1860 = 98.71 %; of the second only the base is given
    '食品抽检1,860批次，合格1,836批次，合格率98.7%；药品抽检120批次，合格率100%。',
    '食品抽检1,860批次，合格1,836批次，合格率98.7%，药品抽检120批次，合格率100%。',
    '排查自建房218栋，整治205栋，整治率94.04%；排查厂房30栋，整治率100%。',
    // 39 ÷ 40 = 97.5 %; 198.4 ÷ 200 = 99.2 %
    '重点工作应完成40项，实际完成39项，办结率97.5%。政府采购预算200万元，实际198.4万元，执行率99.2%。',
    '信访受理480件，办结470件，办结率97.9%；网上受理信件60件，办结率100%。',
  ])('%s', silent);

  test.each([
    '食品抽检1,860批次，合格1,836批次，合格率96.7%；药品抽检120批次，合格率100%。', // 98.71
    '药品抽检120批次，合格率100%；食品抽检1,860批次，合格1,836批次，合格率96.7%。',
    '受理480件，办结470件，办结率97.9%；按期办结450件，按期办结率97.5%。', // 450 ÷ 480 = 93.75
  ])('while its own still count: %s', (text) => expect(accused(text)).toContain('rate'));
});

describe('a change is not measured against the base of the next', () => {
  test.each([
    // 2.8 ÷ 18 = 15.56 %; (15.2 − 16) ÷ 16 = −5 %
    '会议费实际支出15.2万元，较预算18万元节约2.8万元，下降15.56%；较上年16万元下降5%。',
    '会议费实际支出15.2万元，较预算18万元节约2.8万元，下降15.56%，较上年16万元下降5%。',
  ])('%s', silent);
  test.each([
    '会议费实际支出15.2万元，较预算18万元节约2.8万元，下降12.56%；较上年16万元下降5%。',
    '会议费实际支出15.2万元，较预算18万元节约2.8万元，下降15.56%；较上年16万元下降8%。',
  ])('while its own still is: %s', (text) => expect(accused(text)).toEqual(['growth']));
});

describe('a rate that names nothing is held against a table only where the sentence counts what the table counts', () => {
  const table =
    '项目\t预算数\t决算数\t完成率\n甲支出\t1000\t980\t98%\n乙支出\t500\t500\t100%\n丙支出\t500\t480\t96%\n合计\t2000\t1960\t98%';
  test.each([
    '老人接种应种5700人，实种5200人，完成率91.2%。',
    '老人接种5200人，完成率91.2%。',
    '村道养护完成率91.2%。',
  ])('%s is of something else', (text) => silent(`${text}\n单位：万元\n${table}`));

  const halls =
    '区\t受理件数\t评价数\t满意率\n甲区\t1000\t980\t96%\n乙区\t1000\t970\t99%\n合计\t2000\t1950\t97.5%';
  test.each(['全市共受理办件2,000件，满意率94.5%。', '全市受理的办件中，群众满意率94.5%。'])(
    '%s is of the table',
    (text) => expect(accused(`${text}\n各区情况\n${halls}`)).toEqual(['cross']),
  );
});

describe('a share of a named total is a share of the whole one', () => {
  // 3 ÷ 200 = 1.5 %
  const before = '全市收到评价25,430条，其中好评25,230条，差评200条，好评率99.21%。\n评价由平台统计。\n';
  test.each([
    `${before}存在问题：东区差评12条，整改率100%；北区仍有3条差评超期，占差评总数的1.5%。`,
    `${before}东区差评12条，占全部差评的6%。`, // 12 ÷ 200
    '全县受理诉求3,412件。\n前三家共800件，占全部诉求的23.45%。', // 800 ÷ 3412
  ])('%s', (text) => {
    silent(text);
    expect(said(text, 'consistent')).toContain('rate');
  });
  test('and one that does not fit is asked about from paragraphs away', () => {
    const text = `${before}东区差评12条，占全部差评的9%。`;
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual(['rate']);
  });
  test('and a contradiction in its own sentence', () =>
    expect(accused('收到差评200条，其中东区12条，占差评总数的9%。')).toEqual(['rate']));
});

describe('what is said of one thing is not asked of another', () => {
  test.each([
    // 6210 ÷ (56320 − 6210) = 12.39 %
    '新登记市场主体8,560户，同比增长12.6%；期末实有市场主体56,320户，比上年末净增6,210户，增长12.39%。',
    '棚户区改造计划开工500套，实际开工512套，开工率102.4%；基本建成300套，完成计划的100%。',
    // 12345678.90 − 1230.12万 = 4.4479万
    '本年收入合计12,345,678.90元，本年支出1230.12万元。年末结转结余4.45万元，年初结转结余0元。',
  ])('%s', silent);
  test('a net increase is measured on the level before it', () =>
    expect(accused('期末实有市场主体56,320户，比上年末净增6,210户，增长15.39%。')).toEqual(['growth']));
  test('yuan that the ten thousands cannot hide are missed', () =>
    expect(
      said(
        '本年收入合计12,345,678.90元，本年支出1230.12万元。年末结转结余4.85万元，年初结转结余0元。',
        'doubtful',
      ),
    ).toEqual(['sum']));
});

describe('a base that names its own thing', () => {
  const income =
    '收入合计1850万元，其中：财政拨款1700万元，其他收入150万元。支出合计1790万元。年末结余60万元。';
  // (1700 − 1500) ÷ 1500 = 13.33 %
  test('is held against that thing, sentences before', () =>
    expect(accused(`${income}\n财政拨款比上年1500万元增长15%。`)).toEqual(['growth']));
  test('which bears it out', () => silent(`${income}\n财政拨款比上年1500万元增长13.33%。`));
  test('which from paragraphs away is asked about', () => {
    const text = `${income}\n全年开展培训。\n编印手册。\n财政拨款比上年1500万元增长15%。`;
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual(['growth']);
  });
  test('and is silent where the thing is stated twice differently', () => {
    const text = `${income}\n项目安排财政拨款1600万元。财政拨款1400万元。\n财政拨款比上年1500万元增长15%。`;
    expect([...accused(text), ...said(text, 'doubtful')]).not.toContain('growth');
  });
});

describe('a mean over a span that is named', () => {
  test.each([
    '1-5月累计受理15,220件，月均3,044件。', // 15220 ÷ 5
    '2021-2023年累计培训医务人员3,600人次，年均1,200人次。', // 3600 ÷ 3
    '全年受理1,000件，月均83件。', // 83.3
    '1-5月累计受理15,220件，月均约2,800件。',
    '1-5月累计受理15,220件，月均办结2,800件。', // of another thing
    '累计受理15,220件，月均2,800件。', // no span
  ])('%s', silent);
  test.each([
    '1-5月累计受理15,220件，月均2,800件。',
    '2021-2023年累计培训医务人员3,600人次，年均1,800人次。', // divided by two
    '上半年共受理1,200件，平均每月220件。', // 200
  ])('is found: %s', (text) => expect(accused(text)).toEqual(['rate']));
});

test('spending under a heading of its own is no total', () => {
  silent(
    '（一）专项支出。调整后预算9,830.5万元，实际支出9,512.3万元，结转318.2万元。\n（二）“三公”经费。全年支出42.15万元，其中公务接待12.15万元，公车运行30万元。',
  );
});
