import { integer, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 诉求主题 — one node of a taxonomy of up to three levels; its path is what orders carry. */
export const topic = noun({
  name: 'hotline-topic',
  as: 'topic',
  path: 'topics',
  title: '诉求主题',
  states: { active: '使用中', retired: '已停用' },
  columns: {
    name: text('名称'),
    /** `一级/二级/三级`. */
    topicPath: text('完整路径'),
    level: integer('级别'),
    /** What callers say for it, parted by 、: 路灯、井盖. */
    spokenAs: text('俗称').orNull(),
    /** GB/T 39666-2020, six digits, where the place has mapped it. */
    nationalCode: text('国标分类代码').orNull(),
    /** The city platform's own code. */
    cityCode: text('市平台代码').orNull(),
  },
  series: 'ZT',
  see: { 'people.staff': 'anyone' },
  filters: ['state', 'level', 'topicPath'],
  searched: ['topicPath', 'spokenAs', 'number'],
});
export type TopicRow = RowOf<typeof topic>;
