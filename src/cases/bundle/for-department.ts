import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { publicRow } from '#lib/action/engine/answer.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { branch } from '../branch/branch.ts';
import { caseFile } from '../file/case-file.ts';
import { bundle } from './bundle.ts';

/** Those who examine, decide and seal one of its cases: they see the whole that it is a part of, and act on nothing of it. */
export const INVOLVED = {
  'cases.approver': 'department',
  'cases.decider': 'department',
  'cases.head': 'department',
  'cases.sealer': 'department',
} as const;

interface Asker {
  readonly by: Person;
  readonly app: App;
}
/** Whether somebody sees a bundle: by place, or by a case of it, or by a branch of one that they answer. Over `bundle`. */
export function seenBy({ by, app }: Asker): RawBuilder<unknown> {
  const none = sql`false`;
  const cases = withinSight(caseFile, by, app) ?? none;
  const branches = withinSight(branch, by, app) ?? none;
  return sql`(${withinSight(bundle, by, app) ?? none}
    or id in (select bundle from case_file where bundle is not null and ${cases})
    or exists (select from case_branch where ${branches}
      and case_id in (select id from case_file where case_file.bundle = bundle.id)))`;
}

/** 一件事（部门查阅） — a bundle under its masks for a department that has a case or a branch of it. */
export const bundleForDepartment = view({
  name: 'cases.bundle-for-department',
  title: '部门查阅一件事',
  path: '/bundles/{id}/for-department',
  may: INVOLVED,
  query: Type.Object({ id: Type.String({ title: '一件事办件', format: 'uuid' }) }),
  read: async ({ db, query, by, app }) => {
    const [seen] = await db
      .selectFrom('bundle')
      .select('id')
      .where('id', '=', query.id)
      .where(sql<boolean>`${seenBy({ by, app })}`)
      .execute();
    if (!seen) refuse('lib.not-found');
    const [record] = await app.query(selectRows(bundle, 'where r.id = $1'), [query.id]);
    return publicRow(bundle, readRow(bundle, record!));
  },
});
