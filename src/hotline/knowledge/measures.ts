import { measure, type AnyMeasure } from '#lib/measure.ts';
import { knowledgeEntry } from './entry.ts';
import { knowledgeGap } from './gap.ts';

export const knowledgeMeasures: readonly AnyMeasure[] = [
  measure(knowledgeEntry, {
    name: 'hotline.knowledge-published',
    title: '发布知识条目',
    basis: '已发布且未撤下的知识条目，按最近一次发布时间；待确认和已过有效期的也计入',
    on: 'publishedAt',
    by: 'owner',
    where: (row) => row('row.state', 'in', ['published', 'to-confirm', 'expired']),
  }),
  measure(knowledgeGap, {
    name: 'hotline.knowledge-missed',
    title: '知识未查到次数',
    basis: '话务员登记的没有查到的检索，每次都计，按提出时间',
    on: 'askedAt',
    where: (row) => row('row.state', 'is not', null),
  }),
  measure(knowledgeGap, {
    name: 'hotline.knowledge-gaps-filled',
    title: '补充知识缺口',
    basis: '以已发布的知识条目了结的缺口，按了结时间',
    on: 'closedAt',
    by: 'owner',
    where: (row) => row('row.state', '=', 'answered'),
  }),
];
