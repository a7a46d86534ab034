import { Type } from 'typebox';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { detailOf } from '#lib/http/list-routes.ts';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { isUuid } from '#lib/ids.ts';
import { view, written } from '#lib/view.ts';
import { branch } from '../branch/branch.ts';

interface Asked {
  readonly by: Person;
  readonly app: App;
}
/** Who decides a case, by its department: they read what every department says to it, whose it ever is. */
const DECIDES = {
  'cases.approver': 'department',
  'cases.decider': 'department',
  'cases.head': 'department',
} as const;
/** The same branches for whoever was found to decide their case. Nothing may be done to one by seeing it. */
const opened = {
  ...branch,
  see: { 'cases.approver': 'anyone', 'cases.decider': 'anyone', 'cases.head': 'anyone' },
} as typeof branch;

/** Whether the asker is of the department that decides this case. */
async function decides(caseId: string, { by, app }: Asked): Promise<boolean> {
  const [found] = await app.query('select department from case_file where id = $1', [caseId]);
  return found !== undefined && permit(DECIDES, by, found, app.scopes()) === 'allowed';
}
async function caseOf(key: string, { app }: Asked): Promise<string | null> {
  const column = isUuid(key) ? 'id' : 'number';
  const [found] = await app.query(`select case_id from case_branch where ${column} = $1`, [key]);
  return found === undefined ? null : (found['case_id'] as string);
}

/**
 * 审批分支列表 — the common list: one's own department's, or of one's place. Asked for one case by whoever decides that, all
 * of its branches.
 */
export const branchList = view({
  name: 'cases.case-branches',
  title: '审批分支列表',
  path: '/case-branches',
  may: branch.see,
  query: listQuery(branch),
  read: async ({ query, by, app }) => {
    const asked = { by, app };
    const { caseId } = query as ListQuery;
    const isWhole = caseId !== undefined && (await decides(caseId, asked));
    return listPage(isWhole ? opened : branch, query as ListQuery, asked);
  },
});

/** 审批分支 — one of them with its history; the department that decides the case reads every one of it. */
export const branchDetail = view({
  name: 'cases.case-branch',
  title: '审批分支',
  path: '/case-branches/{key}',
  may: branch.see,
  query: Type.Object({ key: Type.String({ title: '标识或编号', minLength: 1, maxLength: 100 }) }),
  read: async ({ query: { key }, by, app }) => {
    const asked = { by, app };
    const caseId = await caseOf(key, asked);
    const isWhole = caseId !== null && (await decides(caseId, asked));
    return written(await detailOf(isWhole ? opened : branch, key, asked));
  },
});
