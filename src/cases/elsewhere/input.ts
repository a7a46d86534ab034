import { Type, type Static } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import type { Instant } from '#lib/time.ts';
import { ApplicantField, Department, ItemCode, Place } from '../file/fields.ts';

/** 办理结果, as another system may tell it. */
export const OUTCOMES = {
  granted: '准予',
  refused: '不予',
  declined: '不予受理',
  withdrawn: '申请人撤回',
  terminated: '终止办理',
} as const;

const At = (title: string) => Type.Unsafe<Instant>(Type.String({ title, format: 'date-time' }));
const Word = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 1, maxLength, pattern: '\\S', wrong: '不能为空' });

/** 外部系统办件: what another system says of one case; what is left out has not happened. */
export const ElsewhereInput = Type.Object({
  sourceSystem: Word('来源系统', 60),
  sourceId: Word('来源编号', 100),
  item: ItemCode,
  place: Type.Optional(Place),
  department: Type.Optional(Department),
  applicant: ApplicantField,
  receivedAt: At('收件时间'),
  acceptedAt: Type.Optional(At('受理时间')),
  decidedAt: Type.Optional(At('决定或终结时间')),
  deliveredAt: Type.Optional(At('送达时间')),
  outcome: Type.Optional(oneOf(OUTCOMES, '办理结果')),
  resultNumber: Type.Optional(Word('结果文书号', 60)),
});
export type ElsewhereInput = Static<typeof ElsewhereInput>;
