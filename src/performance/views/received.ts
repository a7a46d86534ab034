import { Type } from 'typebox';
import { openActions, publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/rows.ts';
import { permit } from '#lib/action/permission.ts';
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

const may = { 'finance.reviewer': 'region', 'finance.section': 'region' } as const;
const MOST = 500;

/** A line of the list: the audits stay in the detail. */
function light({ audit, earlier, ...row }: ReceivedReport): Omit<ReceivedReport, 'audit' | 'earlier'> {
  void audit;
  void earlier;
  return row;
}

/** 待办的报告: open ones with the most major findings first, among equals the ones with the fewest working days left. */
export const receivedList = view({
  name: 'performance.received-reports',
  title: '收到的自评报告',
  path: '/received-reports',
  may,
  query: Type.Object({
    year: Type.Optional(Type.String({ title: '年度', pattern: '^[0-9]{4}$' })),
    state: Type.Optional(Type.String({ title: '状态', enum: Object.keys(receivedReport.states) })),
  }),
  read: async ({ query, by, app, scopes, now }) => {
    const found = await app.query(
      `select id, version, number, state, region, organisation, organisation_name, year, title, file_name, file,
              major_findings, claimed, recomputed, received_at, due_on, budget_result
         from received_report
        where ($1::integer is null or year = $1::integer) and ($2::text is null or state = $2::text)
        order by (state = 'closed'), major_findings desc, due_on, number limit $3`,
      [query.year ?? null, query.state ?? null, MOST],
    );
    const [today, table] = [dayOf(now), calendarOf(app)];
    const items = found
      .map((record) => rowFrom(receivedReport, record) as ReceivedReport)
      .filter((row) => permit(receivedReport.see, by, row, scopes) === 'allowed')
      .map((row) => ({
        ...light(row),
        daysLeft: row.state === 'closed' ? null : workingDaysLeft(today, row.dueOn, table),
      }));
    return { items, next: null };
  },
});

/** One report: its findings with keys to ask about, what changed since the version before, its letters. */
export const receivedDetail = view({
  name: 'performance.received-report',
  title: '收到的自评报告',
  path: '/received-reports/{key}',
  may,
  query: Type.Object({ key: Type.String({ title: '标识或编号', minLength: 4, maxLength: 60 }) }),
  read: async ({ query, by, app, scopes, now }) => {
    const row = (await getRow(receivedReport, query.key, { by, app })) as ReceivedReport;
    const letters = await app.query('select * from query_letter where report = $1 order by number', [row.id]);
    const before = row.earlier.at(-1);
    const actions = openActions(
      app.actions.filter((action) => action.noun === receivedReport),
      row,
      { by, now, scopes },
    );
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
