import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { LIMIT_TABLES, limits } from '../limits.ts';

/**
 * 各地时限示例 — published tables of several places, to begin one's own from: what is taken over goes into the setting
 * `hotline.limits` with its ground, and stays marked as an example until somebody says otherwise.
 */
export const limitTablesView = view({
  name: 'hotline.limit-tables',
  title: '各地工单时限示例',
  path: '/hotline/limit-tables',
  may: 'signed-in',
  query: Type.Object({}),
  read: () =>
    Promise.resolve({
      setting: limits.name,
      tables: Object.entries(LIMIT_TABLES).map(([key, table]) => ({ key, ...table })),
    }),
});
