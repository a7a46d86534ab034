import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Amount, On, Words, readAmount } from '../fields.ts';
import { refuse } from '#lib/refusal.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';

const Unit = Type.Object({
  key: Type.String({ title: '标识', pattern: '^[a-z][a-z0-9]{0,20}$' }),
  name: Words('名称', 60),
});
const Evaluator = Type.Object({ office: Words('职务/职称', 60), organisation: Words('单位', 60) });
const Restatement = Type.Object({
  of: Type.String({ title: '数据项', maxLength: 100 }),
  value: Amount('表述的数值'),
  place: Words('位置', 100),
});

/** 修改基本信息 — what is not given stays as it is. */
export const amendEvaluation = action(evaluation, {
  name: 'amend',
  title: '修改基本信息',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    units: Type.Optional(Type.Array(Unit, { title: '局机关及二级机构', maxItems: 50 })),
    evaluators: Type.Optional(Type.Array(Evaluator, { title: '评价人员', maxItems: 30 })),
    restatements: Type.Optional(Type.Array(Restatement, { title: '文字中再次表述的数据', maxItems: 200 })),
    claimedTotal: Type.Optional(Amount('填报总分')),
    claimedGrade: Type.Optional(Words('填报等次', 10)),
    statedOn: Type.Optional(On('填报日期')),
  }),
  decide({ evaluation: mine, input, by }) {
    const { claimedTotal, restatements } = input;
    const total = claimedTotal === undefined ? mine.claimedTotal : readAmount(claimedTotal, '分');
    const broken = (restatements ?? []).flatMap(({ value }, n) =>
      readAmount(value) === undefined ? [{ path: `restatements.${n}.value`, message: '应为数字' }] : [],
    );
    if (total === undefined) broken.push({ path: 'claimedTotal', message: '应为数字' });
    if (broken.length > 0) refuse('performance.number', { count: broken.length }, { fields: broken });
    return {
      state: 'draft',
      units: input.units ?? mine.units,
      evaluators: input.evaluators ?? mine.evaluators,
      restatements:
        restatements?.map((each) => ({ ...each, value: readAmount(each.value)! })) ?? mine.restatements,
      claimedTotal: total ?? null,
      claimedGrade: input.claimedGrade ?? mine.claimedGrade,
      statedOn: input.statedOn ?? mine.statedOn,
      writers: asWriter(mine, by),
    };
  },
});
