import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import { sight } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Reader } from '#lib/db/reader.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseRules } from '../rules.ts';
import { UNDECIDED } from '../words.ts';
import { lightOf, marksAt, NEARER, type Marks } from './lights.ts';

const MAY = { 'cases.approver': 'department', 'cases.decider': 'department' } as const;
/** An inbox is worked from the top: so many of what is due first. */
const MOST = 200;

/** The asker's own departments as a condition; everything for who has the role everywhere. */
function ownDepartments(by: Person, tree: ScopeTree): RawBuilder<unknown> {
  const seen = sight(MAY, by, tree) ?? refuse('lib.missing-role', { title: '查看部门待办' });
  if (seen === 'all') return sql`true`;
  return sql`department = any(${(seen.get('department') ?? []).filter(isUuid)}::uuid[])`;
}

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

async function askedBranches(db: Reader, own: RawBuilder<unknown>, marks: Marks) {
  const { rows } = await sql<AskedBranch>`
    select id, number, case_id, case_number, item_name, kind, department, stage, due_at
      from case_branch where state = 'asked' and ${own} order by due_at nulls last, id limit ${MOST}`.execute(
    db,
  );
  return rows.map((row) => ({ ...row, dueAt: at(row.dueAt), light: lightOf(at(row.dueAt), marks) }));
}

async function undecidedCases(db: Reader, own: RawBuilder<unknown>, marks: Marks) {
  const { rows } = await sql<OpenCase>`
    select id, number, state, item_name, department, coalesce(open_branches, 0) as open_branches,
        coalesce(open_procedures, 0) as open_procedures, coalesce(open_surveys, 0) as open_surveys,
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
 * 部门待办 — `{ branches, cases, most }`: what other cases ask of the asker's department, and its own cases that are not yet
 * decided, both with what is due first on top and at most `most` each; a light is null where the clock stands still.
 */
export const inboxView = view({
  name: 'cases.mine',
  title: '查看部门待办',
  path: '/cases/mine',
  may: MAY,
  query: Type.Object({}),
  read: async ({ db, by, app, now, scopes }) => {
    const own = ownDepartments(by, scopes);
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const [branches, cases] = await Promise.all([
      askedBranches(db, own, marks),
      undecidedCases(db, own, marks),
    ]);
    return { branches, cases, most: MOST };
  },
});
