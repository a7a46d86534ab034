import { Type, type Static } from 'typebox';
import { setting } from '#lib/setting.ts';

const HandoverRules = Type.Object({
  receiptDays: Type.Integer({ title: '签收回执期限（工作日）', minimum: 1, maximum: 30 }),
});
export type HandoverRules = Static<typeof HandoverRules>;

/** 异地交接规则. The days are an example: places that hand over to each other agree on them. */
export const handoverRules = setting({
  name: 'cases.handover',
  title: '异地交接规则',
  about: '对方应在几个工作日内签收；逾期未签收的亮灯。天数为示例，请按协议填写',
  schema: HandoverRules,
  initial: { receiptDays: 2 },
});
