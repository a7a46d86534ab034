import { sql } from 'kysely';
import { Type } from 'typebox';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { addDays, dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { renewalRules } from './rules.ts';

/**
 * 将届满的结果 — those whose holder has not asked for a renewal yet, within one's own sight: yellow from so many days before the last day to ask,
 * red from the day after it until the end. It only warns: nothing follows of itself.
 */
export const endingResults = view({
  name: 'cases.ending',
  title: '将届满的结果',
  path: '/cases/ending',
  may: caseFile.see,
  query: Type.Object({
    ...listQuery(caseFile).properties,
    light: Type.Optional(Type.String({ title: '灯色', enum: ['yellow', 'red'] })),
  }),
  read: async ({ query, by, app, now }) => {
    const { light, ...rest } = query as ListQuery;
    const today = dayOf(now);
    const until = addDays(today, settingOf(app, renewalRules).warnDays);
    const yellow = sql`(renew_by >= ${today}::date and renew_by <= ${until}::date)`;
    const red = sql`renew_by < ${today}::date`;
    return listPage(caseFile, rest, { by, app }, [
      sql`outcome = 'granted' and state in ('granted', 'issued', 'completed') and valid_until >= ${today}::date`,
      sql`not exists (select 1 from case_file a where a.renews = case_file.id
            and a.state not in ('declined', 'withdrawn', 'terminated') and a.outcome is distinct from 'refused')`,
      light === 'red' ? red : light === 'yellow' ? yellow : sql`(${yellow} or ${red})`,
    ]);
  },
});
