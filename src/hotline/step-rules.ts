import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const count = (title: string, maximum: number) => Type.Integer({ title, minimum: 1, maximum });
const StepRules = Type.Object({
  dispatchWithinHours: count('派单时限（工作小时）', 80),
  reviewWithinHours: count('答复审核时限（工作小时）', 80),
  rulingWithinHours: count('退单裁定或改派时限（工作小时）', 80),
  yellowHours: count('环节剩余多少工作小时亮黄灯', 40),
  contactMinutesApart: count('各次联系未果至少相隔（分钟）', 1440),
});
export type StepRules = Static<typeof StepRules>;

/** 各环节时限 — how long an order may stand in each step of the hotline's own; 签收 and 退单 stand in `hotline.process`. */
export const stepRules = setting({
  name: 'hotline.steps',
  title: '热线各环节时限',
  about:
    '派单、审核、裁定各环节的时限与亮灯，联系未果的间隔；紧急工单按自然小时计。出厂值为示例，请按本地规定填写',
  schema: StepRules,
  initial: {
    dispatchWithinHours: 2,
    reviewWithinHours: 8,
    rulingWithinHours: 4,
    yellowHours: 1,
    contactMinutesApart: 30,
  },
});
