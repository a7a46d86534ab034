import { sql } from 'kysely';
import { Type } from 'typebox';
import { calendarOf, type Light } from '#calendar/index.ts';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { hasLight, LIGHTS, marksAt, NEARER, RUNS } from './lights.ts';

/**
 * 办件列表 — the common list with what needs the clocks: `light` is that of the nearer of both limits; `overdue` is what is
 * accepted, undecided and past one of them.
 */
export const queue = view({
  name: 'cases.case-files',
  title: '办件列表',
  path: '/cases',
  may: caseFile.see,
  query: Type.Object({
    ...listQuery(caseFile).properties,
    overdue: Type.Optional(Type.String({ title: '已超期未决定', enum: ['true', 'false'] })),
    light: Type.Optional(Type.String({ title: '亮灯', enum: [...LIGHTS] })),
  }),
  read: async ({ query, by, app, now }) => {
    const { overdue, light, ...rest } = query as ListQuery;
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const late = sql`(${RUNS} and ${hasLight('red', NEARER, marks)})`;
    const more = [
      ...(overdue === undefined ? [] : [overdue === 'true' ? late : sql`not coalesce(${late}, false)`]),
      ...(light === undefined ? [] : [sql`(${RUNS} and ${hasLight(light as Light, NEARER, marks)})`]),
    ];
    return listPage(caseFile, rest, { by, app }, more);
  },
});
