import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a figure another reading bears out is not accused', () => {
  test.each([
    // 80 ÷ 71 is no fall of 死亡: 5 + 2 = 7 died before, how many were hurt before is not said
    '三季度事故造成5人死亡、71人受伤，与去年同期相比，死亡人数减少2人，受伤人数下降11.25%。',
    // 8 ÷ 80 = 10 %, 1 ÷ 5 = 20 %, 6 ÷ 60 = 10 %: 分别 names the falls in the order of the things
    '发生事故72起，造成4人死亡、54人受伤，与上年相比，起数减少8起、死亡减少1人、受伤减少6人，分别下降10.00%、20.00%和10.00%。',
    // (660 − 600) ÷ 600 = 10 %, (660 − 880) ÷ 880 = −25 %
    '本季度受理诉求660件，比上季度（600件）增长10.0%，比去年同期（880件）下降25.0%。',
    // 600 ÷ 750 = 80 %; what 同比 is measured by is not printed
    '接待游客600万人次，同比增长89.5%，恢复到2019年同期（750万人次）的80.0%。',
    // 44 ÷ 440 = 10 %, 35 ÷ 280 = 12.5 %
    '城市低保月人均484元，农村低保月人均315元，比6月份分别提高44元和35元，增长10.0%和12.5%。',
    // 150 ÷ 500 = 30 %: the share is of the first part, not of the last
    '资产总额500.00万元，其中房屋150.00万元、设备90.00万元、其他260.00万元，房屋占30.0%。',
    // 33.1 − 35.7 and 14.4 − 18.8: two bases in one bracket
    '播种面积33.1万亩，同比下降7.3%；总产14.4万吨，同比下降23.4%（上年面积35.7万亩、总产18.8万吨）。',
    // 640 − 612 = 28: both figures of the bracket are more than what they leave
    '采购节约资金28.00万元，节约率4.4%（中标价612.00万元，控制价640.00万元）。',
    // 1506 − 20 = 1486
    '进驻事项1486项，进驻率98.7%（应进1506项，除涉密等20项外全部进驻）。',
    '两年平均增长6.65%，其中上年为9.2%。',
    '平均结案246.7件，同比增加23.5件，未结427件。',
    '上年结案427件，人均结案246.7件，同比增加23.5件。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));
});

describe('what is left of a list is left of the whole', () => {
  test.each([
    '共发生火灾163起，其中住宅72起、厂房40起，其余51起为其他场所。', // 163 − 72 − 40
    '保有量142356辆，其中汽车91205辆、摩托车48736辆，其余2415辆为挂车。',
    '收到复议申请64件，受理58件，不予受理4件，其余2件作其他处理。',
    '排查216户，完成率100%；其中甲类97户、乙类58户、丙类33户，其余28户为丁类。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toEqual([]);
  });
  test('while what is done and what is still to do make the whole', () => {
    // 218 − 205 = 13
    expect(accused('排查隐患218处，已整改205处，剩余31处正在整改。')).toContain('sum');
  });
});

describe('其中 goes back to what can hold its parts', () => {
  test.each([
    '抽检3126批次，合格3069批次；不合格57批次，核查处置率100%。其中县级抽检2448批次。',
    '受理件同比增长13.7%，全年共285000件，日均(按250个工作日)1140件。其中综合窗口98635件。',
    // 52.17 is the income; the spending behind the semicolon is no part of it
    '公共预算收入52.17亿元，其中税收收入33.85亿元；公共预算支出167.90亿元，其中民生支出120.00亿元。',
    '四项减排量分别为412吨、23吨、187吨、96吨（任务数依次为400吨、20吨、180吨、90吨）。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));
});

describe('words that are no amounts and no lists', () => {
  test.each([
    '千人口托位数4.5个。',
    '电子信息增长18.6%、装备制造增长11.3%，分别快于工业11.4个和4.1个百分点。',
    '综合指数3.42，在全市9个县（市、区）中排名第4。',
    '全年入库5.2亿元，占年初计划的104.0%。',
    '居民消费价格上涨0.2%，其中食品价格上涨0.4%、通信价格下降2.1%。',
    // 9 ÷ 186.4 = 0.0483, 12 ÷ 171.2 = 0.0701: −31.1 % before both were printed with three digits
    '死亡率为0.048，比上年的0.070下降31.1%。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));
});

describe('a plain sentence is still held to its figures', () => {
  test.each([
    ['受理投诉60件，比上年的48件增长35.0%。', 'growth'], // 25 %
    ['受理诉求660件，比上季度（600件）增长16.0%。', 'growth'], // 10 %
    ['受理件9000件，其中网上7200件，占86.0%。', 'rate'], // 80 %
    ['排查隐患120处，整改114处，整改率91.0%。', 'rate'], // 95 %
    ['共受理100件，其中咨询60件、投诉30件、其他20件。', 'sum'], // 110
    // 5405 ÷ 80015 = 6.75 %
    ['收入85420万元，比上年的80015万元增收5405万元，增长9.2%。', 'growth'],
    ['收入85420万元，比上年的80015万元增收6405万元。', 'growth'], // 5405
  ])('%s (%s)', (text, kind) => expect(accused(text)).toContain(kind));
});
