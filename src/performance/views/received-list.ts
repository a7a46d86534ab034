import { Type } from 'typebox';
import { escapeLike } from '#lib/like.ts';
import { oneOf } from '#lib/choice.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { snake } from '#lib/action/engine/rows.ts';
import { sight } from '#lib/action/permission.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { calendarOf } from '#calendar/index.ts';

import { workingDaysLeft } from '../received/calendar.ts';
import { receivedReport, type ReceivedReport } from '../received/report.ts';
import { offices } from './rights.ts';

const MOST = 200;
const USUAL = 50;

/** A line of the list: the audits stay in the detail. */
function light({ audit, earlier, ...row }: ReceivedReport): Omit<ReceivedReport, 'audit' | 'earlier'> {
  void audit;
  void earlier;
  return row;
}

/** Ascending keys; the id makes them unique, so that a page goes on exactly where the last one ended. */
const KEYS = {
  urgency: "(state = 'closed'), -major_findings, due_on, id",
  newest: '-extract(epoch from received_at), id',
} as const;
type Sort = keyof typeof KEYS;

interface Wanted {
  readonly year?: string | undefined;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly after?: string | undefined;
}

/** The conditions and their parameters; `seen` are the columns and values within the asker's sight. */
function conditions(
  query: Wanted,
  seen: ReadonlyMap<string, readonly string[]> | 'all',
  sort: Sort,
): { readonly where: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [];
  const next = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['true'];
  if (seen !== 'all')
    parts.push(
      `(${[...seen].map(([column, list]) => `${snake(column)}::text = any(${next(list)}::text[])`).join(' or ')})`,
    );
  if (query.year !== undefined) parts.push(`year = ${next(query.year)}::integer`);
  if (query.state !== undefined) parts.push(`state = ${next(query.state)}`);
  if (query.q !== undefined) {
    const pattern = next(`%${escapeLike(query.q)}%`);
    const named = receivedReport.searched.map((name) => `${snake(name)} ilike ${pattern}`);
    parts.push(`(${named.join(' or ')})`);
  }
  if (query.after !== undefined) {
    const last = `select ${KEYS[sort]} from received_report where id = ${next(query.after)}::uuid`;
    parts.push(`(${KEYS[sort]}) > (${last})`);
  }
  return { where: parts.join(' and '), values };
}

/** 待办的报告: open ones with the most major findings first, among equals the ones with the fewest working days left. */
export const receivedList = view({
  name: 'performance.received-reports',
  title: '收到的自评报告',
  path: '/received-reports',
  may: offices,
  query: Type.Object({
    year: Type.Optional(Type.String({ title: '年度', pattern: '^[0-9]{4}$' })),
    state: Type.Optional(Type.String({ title: '状态', enum: Object.keys(receivedReport.states) })),
    q: Type.Optional(Type.String({ title: '查找', maxLength: 100 })),
    sort: Type.Optional(oneOf({ urgency: '按轻重缓急', newest: '按收到时间' }, '排序')),
    after: Type.Optional(Type.String({ title: '上一页最后一条的标识', format: 'uuid' })),
    limit: Type.Optional(
      Type.String({
        title: `每页条数，至多 ${MOST}`,
        pattern: '^[1-9][0-9]{0,2}$',
        wrong: `应为 1 至 ${MOST} 的整数`,
      }),
    ),
  }),
  read: async ({ query, by, app, scopes, now }) => {
    const seen =
      sight(receivedReport.see, by, scopes) ?? refuse('lib.missing-role', { title: '查看收到的自评报告' });
    const sort = query.sort ?? 'urgency';
    const limit = Math.min(Number(query.limit ?? USUAL), MOST);
    const { where, values } = conditions(query, seen, sort);
    const found = await app.query(
      `select id, version, number, state, region, organisation, organisation_name, year, title, file_name, file,
              major_findings, claimed, recomputed, received_at, due_on, budget_result
         from received_report where ${where} order by ${KEYS[sort]} limit ${limit + 1}`,
      values,
    );
    const [today, table] = [dayOf(now), calendarOf(app)];
    const items = found
      .slice(0, limit)
      .map((record) => rowFrom(receivedReport, record) as ReceivedReport)
      .map((row) => ({
        ...light(row),
        daysLeft: row.state === 'closed' ? null : workingDaysLeft(today, row.dueOn, table),
      }));
    return { items, next: found.length > limit ? items.at(-1)!.id : null };
  },
});
