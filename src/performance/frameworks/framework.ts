import { instant, integer, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { FrameworkChange } from './compare.ts';
import type { FrameworkGroup, FrameworkRow } from './row.ts';

/** 指标体系 — a scoring form as data. Published ones no longer change: evaluations stand on them. */
export const framework = noun({
  name: 'framework',
  as: 'framework',
  path: 'frameworks',
  title: '指标体系',
  states: { draft: '编制中', published: '已发布', retired: '已停用' },
  columns: {
    name: text('名称'),
    region: text('区划').measured(),
    year: integer('适用年度').measured(),
    edition: integer('版次'),
    source: text('依据'),
    rows: json<readonly FrameworkRow[]>('指标'),
    groups: json<readonly FrameworkGroup[]>('分组权重'),
    copiedFrom: uuid('沿用自').orNull(),
    changes: json<readonly FrameworkChange[]>('与原体系相比的变化'),
    publishedAt: instant('发布时间').orNull().measured(),
  },
  series: 'ZB',
  see: {
    'performance.writer': 'anyone',
    'performance.checker': 'anyone',
    'performance.leader': 'anyone',
    'finance.reviewer': 'region',
    'finance.section': 'region',
  },
  filters: ['state', 'year'],
  searched: ['name'],
});
export type Framework = RowOf<typeof framework>;
