import { sql } from 'kysely';
import { Type } from 'typebox';
import { calendarOf, type Light } from '#calendar/index.ts';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseRules } from '../rules.ts';
import { hasLight, LIGHTS, marksAt } from '../views/lights.ts';
import { handover } from './handover.ts';

/**
 * What an envelope waits for now: a receipt while it is on its way; when our departments decide, to become a case within
 * the five days of the one notice; then a result.
 */
const WAITS = sql`case when state = 'sent' then least(receipt_due_at, tell_by_at)
  when state = 'received' and is_to_here and case_id is null then tell_by_at
  else result_due_at end`;

/** 待回执交接件 — what is still to be heard of, within one's own sight: `light` as the boards have it; red is overdue. */
export const waitingHandovers = view({
  name: 'cases.handovers-waiting',
  title: '待回执交接件',
  path: '/handovers/waiting',
  may: handover.see,
  query: Type.Object({
    ...listQuery(handover).properties,
    light: Type.Optional(Type.String({ title: '亮灯', enum: [...LIGHTS] })),
  }),
  read: async ({ query, by, app, now }) => {
    const { light, ...rest } = query as ListQuery;
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const open = sql`state in ('sent', 'received', 'accepted')`;
    const lit = light === undefined ? [] : [hasLight(light as Light, WAITS, marks)];
    return listPage(handover, rest, { by, app }, [open, ...lit]);
  },
});
