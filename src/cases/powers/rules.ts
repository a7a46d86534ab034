import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const PowerRules = Type.Object({
  demandsLetter: Type.Boolean({ title: '没有登记过授权书的部门也须有授权书才能决定' }),
  demandsSeal: Type.Boolean({ title: '没有登记过印章的部门也须登记印章才能用章' }),
});
export type PowerRules = Static<typeof PowerRules>;

/** 授权与用章规则. Off at first: a place that has not entered its letters and seals yet must be able to work. */
export const powerRules = setting({
  name: 'cases.powers',
  title: '授权与用章规则',
  about: '登记过授权书、印章的部门一律按登记执行；没有登记过的，由此设置决定是否放行',
  schema: PowerRules,
  initial: { demandsLetter: false, demandsSeal: false },
});
