import { Type } from 'typebox';
import { openActions, publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { actionsOf } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { timelineOf } from '#lib/http/timeline.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { calendarOf, lines, type Step } from '#calendar/index.ts';
import { workingDaysLeft } from '../received/calendar.ts';
import { compareAudits } from '../received/compare.ts';
import { keyedFindings } from '../received/finding-key.ts';
import { queryLetter } from '../received/letter.ts';
import { receivedReport, type ReceivedReport } from '../received/report.ts';
import { offices } from './rights.ts';

/** One report: its findings with keys to ask about, what changed since the version before, its letters. */
export const receivedDetail = view({
  name: 'performance.received-report',
  title: '收到的自评报告',
  path: '/received-reports/{key}',
  may: offices,
  query: Type.Object({ key: Type.String({ title: '标识或编号', minLength: 4, maxLength: 60 }) }),
  read: async ({ query, by, app, scopes, now }) => {
    const row = (await getRow(receivedReport, query.key, { by, app })) as ReceivedReport;
    const letters = await app.query('select * from query_letter where report = $1 order by number', [row.id]);
    const before = row.earlier.at(-1);
    const actions = openActions(actionsOf(app, receivedReport.name), row, { by, now, scopes });
    return {
      ...publicRow(receivedReport, row),
      daysLeft: row.state === 'closed' ? null : workingDaysLeft(dayOf(now), row.dueOn, calendarOf(app)),
      findings: keyedFindings(row.audit),
      changes: before ? compareAudits(before.audit, row.audit) : null,
      letters: letters.map((record) => ({
        ...publicRow(queryLetter, rowFrom(queryLetter, record)),
        dueLines: lines(record['due_because'] as readonly Step[], '发函'),
      })),
      actions: actions.map((action) => action.name),
      timeline: await timelineOf(app, row.id),
    };
  },
});
