import { flag, instant, json, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** An item of a theme. What feeds another stands in an earlier stage; those of one stage run side by side. */
export interface ThemeItem {
  readonly code: string;
  readonly stage: number;
}
/** The result of one item is a material of another, and is handed on by the office. */
export interface Feed {
  readonly from: string;
  readonly to: string;
  readonly material: string;
}
/** A question of one item that says the same as another question in other words: asked once, as `as`. */
export interface SameQuestion {
  readonly item: string;
  readonly question: string;
  readonly as: string;
}

/**
 * 一件事主题 — several items that people need together, published as one. Questions of the same words are one question, a
 * material of the same name is one paper.
 */
export const theme = noun({
  name: 'theme',
  as: 'theme',
  path: 'themes',
  title: '一件事主题',
  states: { draft: '在编', published: '已发布', withdrawn: '已停用' },
  columns: {
    name: text('一件事名称'),
    place: text('所属区划').measured(),
    about: text('办理说明').orNull(),
    items: json<readonly ThemeItem[]>('事项'),
    feeds: json<readonly Feed[]>('结果互用'),
    sameQuestions: json<readonly SameQuestion[]>('同一问题'),
    /** 统一、联合、集中办理 (行政许可法 26): 45 days and at most 15 more for the licences in it. */
    isJoint: flag('统一或联合办理').measured(),
    publishedAt: instant('发布时间').orNull().measured(),
    withdrawnAt: instant('停用时间').orNull().measured(),
    withdrawnBecause: text('停用原因').orNull(),
  },
  series: 'YJS',
  see: { 'people.staff': 'anyone' },
  filters: ['state', 'place'],
  searched: ['name', 'number'],
});
export type Theme = RowOf<typeof theme>;
