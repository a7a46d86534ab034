import { Type } from 'typebox';
import { At } from '../order/fields.ts';

/** Fields that the actions on calls share. */
export const MaybeAt = (title: string) => Type.Optional(At(`${title}（不填为现在）`));
export const Phone = Type.Optional(
  Type.String({
    title: '来电号码（未显示的不填）',
    pattern: '^\\+?[0-9][0-9 ()-]{2,19}$',
    wrong: '应为电话号码，如 13800001234 或 0730-1234567',
    keep: 'never',
  }),
);
export const Line = Type.String({
  title: '热线号码',
  pattern: '^[0-9-]{3,20}$',
  wrong: '应为号码，如 12345',
});
export const Recording = Type.String({
  title: '录音地址',
  maxLength: 500,
  pattern: '^(https?://|/)?[\\w.-][\\w./%?=&~-]*(:[0-9]+)?[\\w./%?=&~-]*$',
  wrong: '应为网址或文件路径',
});
export const OrderId = Type.Optional(Type.String({ title: '形成的工单', format: 'uuid', ref: 'work-order' }));
export const Agent = Type.Optional(Type.String({ title: '话务员', format: 'uuid', ref: 'account' }));
export const Reference = Type.Optional(
  Type.String({ title: '平台通话编号', minLength: 1, maxLength: 100, pattern: '\\S' }),
);

/** The telephone system tells of calls; a person without one may keep them by hand. */
export const MAY = { 'hotline.switchboard': 'anyone', 'hotline.agent': 'place' } as const;
/** Where the line is answered, for places with desks of their own. */
export const MaybePlace = Type.Optional(
  Type.String({ title: '受理点所在区划（不填为本话务台）', minLength: 2, maxLength: 40, ref: 'region' }),
);
