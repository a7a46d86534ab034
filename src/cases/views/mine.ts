import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { Reader } from '#lib/db/reader.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseRules } from '../rules.ts';
import { UNDECIDED } from '../words.ts';
import { FIRM, openConnections } from './connections.ts';
import { lightOf, marksAt, NEARER, type Marks } from './lights.ts';
import { reachOf } from './reach.ts';
import { SETTLING, waitingRequests } from './requests.ts';

const DEPARTMENT = { 'cases.approver': 'department', 'cases.decider': 'department' } as const;
const MAY = { ...SETTLING, ...DEPARTMENT, ...FIRM };
/** An inbox is worked from the top: so many of what is due first. */
const MOST = 200;

interface AskedBranch {
  readonly dueAt: Date | null;
  readonly [more: string]: unknown;
}
interface OpenCase {
  readonly legalDueAt: Date | null;
  readonly promisedDueAt: Date | null;
  readonly [more: string]: unknown;
}
const at = (value: Date | null): Instant | null => (value === null ? null : instantOf(new Date(value)));

type Own = RawBuilder<unknown> | null;
async function askedBranches(db: Reader, own: Own, marks: Marks) {
  if (own === null) return [];
  const { rows } = await sql<AskedBranch>`
    select id, number, case_id, case_number, item_name, kind, department, stage, due_at
      from case_branch where state = 'asked' and ${own} order by due_at nulls last, id limit ${MOST}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, dueAt: at(row.dueAt), light: lightOf(at(row.dueAt), marks) }));
}

async function undecidedCases(db: Reader, own: Own, marks: Marks) {
  if (own === null) return [];
  const { rows } = await sql<OpenCase>`
    select id, number, state, item_name, department, coalesce(open_branches, 0) as open_branches,
        coalesce(open_procedures, 0) as open_procedures, coalesce(open_surveys, 0) as open_surveys,
        coalesce(open_connections, 0) as open_connections, coalesce(open_objections, 0) as open_objections,
        legal_due_at, promised_due_at
      from case_file where state = any(${[...UNDECIDED]}::text[]) and ${own}
      order by ${NEARER} nulls last, id limit ${MOST}`.execute(db);
  return rows.map((row) => {
    const [legalDueAt, promisedDueAt] = [at(row.legalDueAt), at(row.promisedDueAt)];
    return {
      ...row,
      legalDueAt,
      promisedDueAt,
      legalLight: lightOf(legalDueAt, marks),
      promisedLight: lightOf(promisedDueAt, marks),
    };
  });
}

/**
 * 部门待办 — `{ branches, cases, requests, connections, most }`: what other cases ask of the asker's department, its own
 * cases that are not yet decided, what somebody asked for and the asker may settle, and the open connections of their
 * firm; each with what is due first on top and at most `most`. A light is null where the clock stands still or there is none.
 */
export const inboxView = view({
  name: 'cases.mine',
  title: '查看部门待办',
  path: '/cases/mine',
  may: MAY,
  query: Type.Object({}),
  read: async ({ db, by, app, now, scopes }) => {
    if (!hasRole(MAY, by)) refuse('lib.missing-role', { title: '查看部门待办' });
    const own = reachOf(DEPARTMENT, by, scopes);
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const [branches, cases, requests, connections] = await Promise.all([
      askedBranches(db, own, marks),
      undecidedCases(db, own, marks),
      waitingRequests({ db, by, scopes, marks }, MOST),
      openConnections({ db, marks, own: reachOf(FIRM, by, scopes) }, MOST),
    ]);
    return { branches, cases, requests, connections, most: MOST };
  },
});
