import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { fromText } from '../testing/extract.ts';

const accused = (...lines: readonly string[]): readonly string[] =>
  auditDocument(fromText(['青溪县2022年度工作情况', ...lines].join('\n')))
    .findings.filter(({ verdict }) => verdict === 'contradiction')
    .map(({ calc }) => calc);

test('what is not qualified of one thing and qualified of another do not make a hundred together', () => {
  expect(accused('食品抽检1352批次，不合格率2.81%；药品抽检126批次，合格率99.21%。')).toEqual([]);
  expect(accused('食品抽检1352批次，合格率99.21%，不合格率2.81%。')).toHaveLength(1);
});

test('a rate of a population is not the last part over the sum of the parts', () => {
  const parts = '职工养老保险参保4.26万人，机关养老保险参保1.13万人，居民养老保险参保28.94万人';
  expect(accused(`${parts}，三项合计34.33万人，参保率97.6%。`)).toEqual([]);
});

test('people looked after for one illness are not the base of those looked after for another', () => {
  const old = '65岁及以上老年人健康管理5.12万人，管理率65.31%';
  expect(accused(`${old}；高血压患者规范管理4.37万人，规范管理率72.6%。`)).toEqual([]);
});

test('a word of average before a list is of every member of it', () => {
  expect(accused('每千人口执业医师2.61人、注册护士3.04人，均低于全市平均水平。')).toEqual([]);
  expect(accused('新增执业医师26人、注册护士3.04人。')).toHaveLength(1);
});

test('what its own sentence says first is the whole, not the sentence before', () => {
  const old = '高龄津贴百岁老人每人500元。';
  expect(accused(`${old}商品房成交均价4120元/平方米，其中城北新区4860元。`)).toEqual([]);
});

test('an average at the head of a sentence is of all that follows in it', () => {
  expect(accused('每个脱贫村平均有产业项目2.3个、驻村队员3.1名、带头人4.7名。')).toEqual([]);
  expect(accused('每个村平均可办事项42.6项，其中自助机可办18.3项。')).toEqual([]);
});

test('a standard for one person has no parts', () => {
  expect(accused('基本生活费标准提高到每人每月1100元，其中机构养育每人每月1600元。')).toEqual([]);
});

test('what is done answers what stands before it', () => {
  expect(accused('立案19件，办结18件，罚款6.85万元，受理举报投诉86件，办结率100%。')).toEqual([]);
  expect(accused('受理举报投诉86件，办结80件，办结率100%。')).toHaveLength(1);
});

const HEAD = '机构\t支出合计\t基本支出\t人员支出\t公用支出\t项目支出\t当年结余';
// 1148.26 + 2626.65 = 3774.91; 962.37 + 185.89 = 1148.26 are parts of 基本支出.
test('a total made of some columns of its row is not held to all of them', () => {
  expect(accused(HEAD, '局机关\t3774.91\t1148.26\t962.37\t185.89\t2626.65\t302.86')).toEqual([]);
});
