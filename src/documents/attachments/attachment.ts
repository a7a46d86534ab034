import { flag, instant, integer, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { AttachmentKind } from '../attachment-kind.ts';

/**
 * 附件 — a file that belongs to a record. Whoever may see the record may read it, unless the record reserves its
 * files (`reserved.ts`); `see` is for the archivist alone, whose scope covers the record's organisation or region.
 */
export const attachment = noun({
  name: 'attachment',
  as: 'attachment',
  path: 'attachments',
  title: '附件',
  states: { kept: '保存中', erased: '已清除' },
  columns: {
    name: prose('文件名').orNull(),
    kind: text<AttachmentKind>('格式').measured(),
    mediaType: text('内容类型'),
    size: integer('大小（字节）'),
    sha256: text('内容摘要'),
    subjectNoun: text('所属记录种类').measured(),
    subject: uuid('所属记录'),
    scope: text('所属单位或区划').orNull().measured(),
    /** On a record whose files are for some readers only (`reservedFiles`): the others may open this one. */
    isReleased: flag('可交承办方查看').orNull(),
    uploadedBy: uuid('上传人账号'),
    uploadedByName: text('上传人'),
    uploadedAt: instant('上传时间').measured(),
    erasedAt: instant('清除时间').orNull().measured(),
    erasedBecause: text('清除原因').orNull(),
  },
  series: 'FX',
  see: { 'documents.archivist': 'scope' },
  filters: ['subjectNoun', 'subject', 'kind'],
});
export type Attachment = RowOf<typeof attachment>;
