import { day, instant, integer, prose, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/**
 * 知识缺口 — what an agent looked for and did not find. The first miss of some words is the task; later ones of the same
 * words join it and make it weigh more.
 */
export const knowledgeGap = noun({
  name: 'knowledge-gap',
  as: 'gap',
  path: 'knowledge-gaps',
  title: '知识缺口',
  states: { open: '待补充', joined: '已并入', answered: '已补充', dismissed: '不予补充' },
  columns: {
    words: text('检索词'),
    /** The same words however they were typed. */
    spoken: text('归并用词'),
    topic: text('诉求主题').orNull().measured(),
    note: prose('说明').orNull(),
    askedBy: uuid('提出人'),
    askedByName: text('提出人姓名'),
    askedAt: instant('提出时间').measured(),
    times: integer('次数'),
    joinedTo: uuid('并入').orNull(),
    owner: uuid('责任单位').orNull().measured(),
    dueOn: day('补充期限').orNull(),
    entry: uuid('知识条目').orNull(),
    closedAt: instant('了结时间').orNull().measured(),
    dismissedBecause: text('不予补充的理由').orNull(),
  },
  series: 'QK',
  see: {
    'hotline.knowledge-keeper': 'owner',
    'hotline.agent': 'anyone',
    'hotline.dispatcher': 'anyone',
    'hotline.caller-back': 'anyone',
    'hotline.supervisor': 'anyone',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'owner', 'topic', 'askedBy', 'joinedTo'],
  searched: ['words', 'number'],
});
export type KnowledgeGap = RowOf<typeof knowledgeGap>;

/** The words without spaces, signs and width: 老年证 怎么办？ and 老年证怎么办 are one. */
export const spokenWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
