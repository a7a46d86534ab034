import { day, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { NoticeKind } from '../words.ts';

/** 法规依据变动 — a law or an article of it that no longer says what items cite it for. */
export const legalBasisNotice = noun({
  name: 'legal-basis-notice',
  as: 'notice',
  path: 'legal-basis-notices',
  title: '法规依据变动',
  states: { open: '待核对', settled: '已办结' },
  columns: {
    title: text('法规名称'),
    /** Null: the whole of it. */
    article: text('条款').orNull(),
    kind: text<NoticeKind>('变动').measured(),
    happenedOn: day('施行日期').measured(),
    replacedBy: text('由何替代').orNull(),
    document: text('来源'),
    noticedOn: day('登记日期').measured(),
    settledOn: day('办结日期').orNull().measured(),
    note: text('办结说明').orNull(),
  },
  series: 'YJ',
  see: { 'people.staff': 'anyone' },
  filters: ['state', 'kind'],
  searched: ['title', 'number', 'document'],
});
export type LegalBasisNotice = RowOf<typeof legalBasisNotice>;
