import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { attachment } from './attachment.ts';

/** 清除附件 — name and content go, that there was one stays: who, when, how large, why it went. */
export const erase = action(attachment, {
  name: 'erase',
  title: '清除附件',
  about: '清除后不能恢复；没有其他附件使用同一内容时，文件随即删除',
  may: { 'documents.archivist': 'scope' },
  from: ['kept'],
  to: ['erased'],
  input: Type.Object({ reason: Type.String({ title: '原因', minLength: 2, maxLength: 200 }) }),
  decide: ({ input, now }) => ({
    state: 'erased',
    name: null,
    erasedAt: now,
    erasedBecause: input.reason,
  }),
});
