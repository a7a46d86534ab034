import { day, instant, integer, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/**
 * 知识条目 — what may be said to a caller, on what basis and until when. A unit owns it and says at set intervals that it
 * still holds; what nobody has confirmed is shown as such, what has run out is shown last.
 */
export const knowledgeEntry = noun({
  name: 'knowledge-entry',
  as: 'entry',
  path: 'knowledge',
  title: '知识条目',
  states: {
    draft: '草稿',
    published: '已发布',
    'to-confirm': '待确认',
    expired: '已过有效期',
    withdrawn: '已撤下',
  },
  columns: {
    title: text('标题'),
    question: prose('问题'),
    answer: prose('答复'),
    basis: text('依据'),
    owner: uuid('责任单位').measured(),
    topic: text('诉求主题').orNull().measured(),
    /** Codes of catalogue items. */
    items: json<readonly string[]>('相关事项'),
    /** Null: without end. */
    validUntil: day('有效期至').orNull(),
    confirmEveryDays: integer('确认间隔（天）'),
    writtenAt: instant('撰写时间').measured(),
    publishedAt: instant('发布时间').orNull().measured(),
    confirmedOn: day('最近确认').orNull(),
    nextConfirmOn: day('下次确认').orNull(),
    /** 1 when first published; every amendment after that is one more. */
    edition: integer('版次'),
    amendedAt: instant('修订时间').orNull().measured(),
    withdrawnAt: instant('撤下时间').orNull().measured(),
    withdrawnBecause: text('撤下理由').orNull(),
  },
  series: 'ZS',
  see: {
    'hotline.knowledge-keeper': 'owner',
    'hotline.handler': 'owner',
    'hotline.agent': 'anyone',
    'hotline.dispatcher': 'anyone',
    'hotline.caller-back': 'anyone',
    'hotline.supervisor': 'anyone',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'owner', 'topic'],
  searched: ['title', 'number', 'basis'],
});
export type KnowledgeEntry = RowOf<typeof knowledgeEntry>;

/** What may be read out; the last two with a warning. */
export const READABLE = ['published', 'to-confirm', 'expired'] as const;
/** The unit looks after its own, the supervisor after all. */
export const MAY = { 'hotline.knowledge-keeper': 'owner', 'hotline.supervisor': 'anyone' } as const;
