import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf, type Light } from '#calendar/index.ts';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { BESIDE, hasLight, LIGHTS, marksAt, NEARER, RUNS, type Marks } from './lights.ts';

/** Of the nearer of both limits; `clock` names another date of the case. */
function lit(light: Light, clock: string | undefined, marks: Marks): RawBuilder<boolean> {
  const { open, dueAt } = BESIDE.find((each) => each.clock === clock) ?? { open: RUNS, dueAt: NEARER };
  return sql`(${open} and ${hasLight(light, dueAt, marks)})`;
}

/** What was asked for in a case and waits for another person. As the index has it. */
const WISHES: Readonly<Record<string, RawBuilder<boolean>>> = {
  extension: sql`asked_extension is not null`,
  halt: sql`asked_halt is not null`,
  green: sql`asked_green is not null`,
};

/**
 * 办件列表 — the common list with what needs the clocks: `light` is that of the nearer of both limits; `overdue` is what is
 * accepted, undecided and past one of them; `waiting` is what waits to be granted: an extension, a suspension or
 * termination, a green channel.
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
    clock: Type.Optional(Type.String({ title: '按哪个期限亮灯', enum: BESIDE.map(({ clock }) => clock) })),
    waiting: Type.Optional(Type.String({ title: '等待批准的请求', enum: Object.keys(WISHES) })),
  }),
  read: async ({ query, by, app, now }) => {
    const { overdue, light, clock, waiting, ...rest } = query as ListQuery;
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const late = sql`(${RUNS} and ${hasLight('red', NEARER, marks)})`;
    const more = [
      ...(overdue === undefined ? [] : [overdue === 'true' ? late : sql`not coalesce(${late}, false)`]),
      ...(light === undefined ? [] : [lit(light as Light, clock, marks)]),
      ...(waiting === undefined ? [] : [WISHES[waiting]!]),
    ];
    return listPage(caseFile, rest, { by, app }, more);
  },
});
