import { Type, type Static } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { setting } from '#lib/setting.ts';

const DEMANDS = {
  always: '一律要求',
  'once-begun': '自首次培训之日起要求',
  never: '不要求',
} as const;
const TrainingRules = Type.Object({ demand: oneOf(DEMANDS, '无差别综合窗口受理人员须培训合格') });
export type TrainingRules = Static<typeof TrainingRules>;

/**
 * 上岗培训 — whether a clerk at an undifferentiated window must have passed a training. A place that never held one cannot
 * demand it of anybody, so it begins with the first.
 */
export const trainingRules = setting({
  name: 'cases.training',
  title: '无差别窗口上岗培训',
  about: '在无差别综合窗口收件、受理的人员是否须有在有效期内的合格培训；首次培训之前可以先不要求',
  schema: TrainingRules,
  initial: { demand: 'once-begun' },
});
