import { measure, sum } from '#lib/measure.ts';
import { survey } from './survey.ts';
import { surveyUnit } from './survey-unit.ts';

const held = measure(survey, {
  name: 'cases.surveys-held',
  title: '现场勘查',
  basis: '当年成行并由全部同去单位登记了结果的勘查，按首次到场时间；复查不另计',
  on: 'heldAt',
  by: 'place',
  where: (row) => row.lit(true),
});
const joint = measure(survey, {
  name: 'cases.surveys-joint',
  title: '联合勘查',
  basis: '现场勘查中两个以上单位一次同去的',
  on: 'heldAt',
  by: 'place',
  where: (row) => row('row.isJoint', '=', true),
});
const visits = measure(surveyUnit, {
  name: 'cases.survey-visits',
  title: '单位到场',
  basis: '当年各单位到场勘查并登记了结果的，按单位计，按首次到场时间',
  on: 'visitedAt',
  by: 'place',
  where: (row) => row('row.visitedAt', 'is not', null),
});
const saved = sum({
  name: 'cases.survey-trips-saved',
  title: '联合勘查少跑次数',
  basis: '单位到场 − 现场勘查：每次勘查省下同去单位数减一次',
  plus: [visits],
  minus: [held],
});

export const surveyMeasures = [held, joint, visits, saved];
