import { Type, type Static } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { At } from '../order/fields.ts';
import { CallerField } from '../order/register.ts';
import { CALL_BACK_RESULTS, STATES } from '../order/words.ts';

/** Longer than a letter of today may be: what was once accepted elsewhere must find room. */
const LONGEST = 20_000;
const Word = (title: string, maxLength: number, keep?: 'never') =>
  Type.String({ title, minLength: 1, maxLength, pattern: '\\S', wrong: '不能为空', ...(keep && { keep }) });
const Long = (title: string) => Type.String({ title, maxLength: LONGEST, keep: 'never' });

/** How far the source says it had come: the few states that need none of our own acts. */
export const RECORDED_STATES = {
  registered: STATES.registered,
  signed: STATES.signed,
  replied: STATES.replied,
  closed: STATES.closed,
} as const;
export type RecordedState = keyof typeof RECORDED_STATES;

/** Every time that a source may tell. */
const TIMES = {
  registeredAt: '登记时间',
  dispatchedAt: '派单时间',
  dueAt: '办理期限',
  repliedAt: '答复时间',
  closedAt: '办结时间',
  calledBackAt: '回访时间',
  cityDueAt: '市平台期限',
} as const;

/** 补录的一件: what another system said of it, in that system's words; what is left out is unknown. */
export const RecordInput = Type.Object({
  sourceSystem: Word('来源系统', 60),
  sourceId: Word('来源编号', 100),
  state: oneOf(RECORDED_STATES, '状态'),
  registeredAt: At('登记时间'),
  title: Word('标题', 200, 'never'),
  text: Type.Optional(Long('内容')),
  channel: Type.Optional(Word('渠道', 40)),
  type: Type.Optional(Word('诉求类型', 40)),
  topic: Type.Optional(Word('诉求主题', 120, 'never')),
  place: Type.Optional(Word('所在区划', 60, 'never')),
  caller: Type.Optional(CallerField),
  isConfidential: Type.Optional(Type.Boolean({ title: '要求保密' })),
  isUrgent: Type.Optional(Type.Boolean({ title: '紧急' })),
  handler: Type.Optional(Type.String({ title: '承办单位', format: 'uuid', ref: 'organisation' })),
  dispatchedAt: Type.Optional(At('派单时间')),
  dueAt: Type.Optional(At('办理期限')),
  reply: Type.Optional(Long('答复')),
  repliedAt: Type.Optional(At('答复时间')),
  closedAt: Type.Optional(At('办结时间')),
  calledBackAt: Type.Optional(At('回访时间')),
  callBackResult: Type.Optional(oneOf(CALL_BACK_RESULTS, '回访结果')),
  isSolved: Type.Optional(Type.Boolean({ title: '是否解决' })),
  cityDueAt: Type.Optional(At('市平台期限')),
  /** Fields whose source names only the day: nobody knows the hour, so nothing is concluded from it. */
  dayOnly: Type.Optional(
    Type.Array(oneOf(TIMES, '时间'), { title: '只有日期的时间', maxItems: 7, uniqueItems: true }),
  ),
  statedOutcome: Type.Optional(Word('来源所述结果', 100, 'never')),
});
export type RecordInput = Static<typeof RecordInput>;
