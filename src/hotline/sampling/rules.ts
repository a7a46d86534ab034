import { Type, type Static } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { setting } from '#lib/setting.ts';
import type { Confidence } from './interval.ts';

const SamplingRules = Type.Object({
  confidence: oneOf<Confidence>({ '90': '90%', '95': '95%', '99': '99%' }, '置信水平'),
  marginPercent: Type.Integer({ title: '允许误差（百分点）', minimum: 1, maximum: 20 }),
  minimumPerStratum: Type.Integer({ title: '每层（单位×诉求类型）至少抽取', minimum: 0, maximum: 100 }),
  minimumToRank: Type.Integer({ title: '参加排名至少接通', minimum: 1, maximum: 1000 }),
});
export type SamplingRules = Static<typeof SamplingRules>;

/** 回访抽样规则. */
export const samplingRules = setting({
  name: 'hotline.sampling',
  title: '回访抽样规则',
  about: '未指定样本量时按置信水平和允许误差计算；接通数不足的单位只列数字，不参加排名',
  schema: SamplingRules,
  initial: { confidence: '95', marginPercent: 5, minimumPerStratum: 2, minimumToRank: 30 },
});
