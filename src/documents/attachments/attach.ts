import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import type { AttachmentKind } from '../attachment-kind.ts';
import { attachment } from './attachment.ts';

/** 上传附件 — by the upload route alone, which has looked at the file and at the record it belongs to. */
export const attach = birth(attachment, {
  name: 'attach',
  title: '上传附件',
  may: { 'people.staff': 'anyone', 'people.applicant': 'uploadedBy' },
  hidden: true,
  to: ['kept'],
  input: Type.Object({
    name: Type.String({ title: '文件名', minLength: 1, maxLength: 200, keep: 'never' }),
    kind: Type.Unsafe<AttachmentKind>(Type.String()),
    mediaType: Type.String({ title: '内容类型' }),
    size: Type.Integer({ title: '大小（字节）', minimum: 1 }),
    sha256: Type.String({ title: '内容摘要', pattern: '^[0-9a-f]{64}$' }),
    subjectNoun: Type.String({ title: '所属记录种类' }),
    subject: Type.String({ title: '所属记录', format: 'uuid' }),
    scope: Type.Optional(Type.String({ title: '所属单位或区划' })),
    isReleased: Type.Optional(Type.Boolean({ title: '可交承办方查看' })),
  }),
  decide: ({ input, by, now }) => ({
    ...input,
    state: 'kept',
    scope: input.scope ?? null,
    isReleased: input.isReleased ?? null,
    uploadedBy: by.id,
    uploadedByName: by.name,
    uploadedAt: now,
  }),
});
