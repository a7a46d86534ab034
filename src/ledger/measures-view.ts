import { Type } from 'typebox';
import { statements } from '#lib/db/transaction.ts';
import type { Part } from '#lib/measure-list.ts';
import { view } from '#lib/view.ts';
import { Limit, limitOf } from './entries-view.ts';
import { measuresOfYear, recordsOfYear } from './figures-of-year.ts';

const Year = Type.String({ title: '年度', pattern: '^[12][0-9]{3}$' });

/** 统计指标 — every figure of the year that the person's roles may read, for his places. */
export const measuresView = view({
  name: 'measures',
  title: '查看统计指标',
  path: '/measures',
  may: 'signed-in',
  query: Type.Object({ year: Year, name: Type.Optional(Type.String({ title: '指标名', maxLength: 100 })) }),
  read: ({ db, app, by, scopes, query }) =>
    measuresOfYear(
      { modules: app.modules, query: statements(db) },
      { year: Number(query.year), name: query.name },
      { by, scopes },
    ),
});

/** 指标背后的记录 — by the same expression that counts them. */
export const recordsView = view({
  name: 'measure-records',
  title: '查看指标背后的记录',
  path: '/measures/{name}/records',
  may: 'signed-in',
  query: Type.Object({
    name: Type.String({ title: '指标名', maxLength: 100 }),
    year: Year,
    part: Type.Optional(
      Type.String({ title: '比率的哪一方（缺省为分子）', enum: ['numerator', 'denominator', 'rest'] }),
    ),
    after: Type.Optional(Type.String({ title: '上一页最后一条的标识', format: 'uuid' })),
    limit: Limit,
  }),
  read: ({ db, app, by, scopes, query }) =>
    recordsOfYear(
      { modules: app.modules, query: statements(db) },
      {
        name: query.name,
        year: Number(query.year),
        part: query.part as Part | undefined,
        after: query.after,
        limit: limitOf(query.limit),
      },
      { by, scopes },
    ),
});
