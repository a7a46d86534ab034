import { join } from 'node:path';
import type { Held } from '#lib/action/need.ts';
import { module } from '#lib/module.ts';
import { account } from './account/account.ts';
import { amendAccount } from './account/amend.ts';
import { changePassword, renewPassword } from './account/change-password.ts';
import { createAccount } from './account/create.ts';
import { disableAccount, lockAccount } from './account/disable.ts';
import { enableAccount, unlockAccount } from './account/enable.ts';
import { grantRole, revokeRole } from './account/grant.ts';
import { inviteAccount, resetPassword } from './account/invite.ts';
import { provisionAccount } from './account/provision.ts';
import { accountRoutes } from './account/routes.ts';
import { setFirstPassword } from './account/set-first-password.ts';
import { unmaskAccount } from './account/unmask.ts';
import { personalRoutes } from './personal/routes.ts';
import { APPLICANT, SELF, STAFF } from './roles.ts';
import { accountEpoch } from './session/epoch.ts';
import { sessionRoutes } from './session/routes.ts';
import { tidyLoop } from './session/tidy.ts';
import { issueAction } from './token/issue.ts';
import { recordTraining, scoreTraining, voidTraining } from './training/actions.ts';
import { staffNames } from './training/staff.ts';
import { heldTrainings } from './training/trained.ts';
import { training } from './training/training.ts';
import { revokeToken } from './token/revoke.ts';
import { tokenRoutes } from './token/routes.ts';
import { token } from './token/token.ts';
import './refusals.ts';

export { account, type Account } from './account/account.ts';
export { type Invited, inviteFirstAdministrator } from './account/first-administrator.ts';
export { type DemoAccount, seedDemoAccounts } from './demo/accounts.ts';
export { demoPassword } from './demo/password.ts';
export { seedDemoTraining } from './demo/training.ts';
export { permissionMatrix } from './permissions/matrix.ts';
export { hasUnmasked } from './personal/routes.ts';
export { unmasking } from './personal/unmask.ts';
export { APPLICANT } from './roles.ts';
export { digestOf, newSecret } from './secrets.ts';
export { isOwnForm, isOwnOrigin, refuseForeign } from './session/origin.ts';
export { authenticator } from './session/authenticator.ts';
export { type Issued, issueToken } from './token/issue-token.ts';

export { hasBegun, heldTrainings, trainedFor } from './training/trained.ts';

/** 人员与权限 — accounts, roles, sign-in, tokens and personal data. */
export const people = module({
  name: 'people',
  title: '人员与权限',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [account, token, training],
  actions: [
    createAccount,
    provisionAccount,
    amendAccount,
    grantRole,
    revokeRole,
    inviteAccount,
    resetPassword,
    setFirstPassword,
    changePassword,
    renewPassword,
    lockAccount,
    unlockAccount,
    disableAccount,
    enableAccount,
    unmaskAccount,
    issueAction,
    revokeToken,
    recordTraining,
    scoreTraining,
    voidTraining,
  ],
  held: [accountEpoch, staffNames, heldTrainings] as unknown as readonly Held<never>[],
  roles: {
    'people.administrator': { title: '账号管理员', scope: 'region' },
    'system.administrator': { title: '系统管理员', scope: 'tenant' },
    [STAFF]: { title: '工作人员', scope: 'tenant' },
    [SELF]: { title: '本人', scope: 'tenant' },
    [APPLICANT]: { title: '办事人本人', scope: 'tenant' },
  },
  loops: [tidyLoop],
  routes: (server, app) => {
    sessionRoutes(server, app);
    accountRoutes(server, app);
    tokenRoutes(server, app);
    personalRoutes(server, app);
  },
});
