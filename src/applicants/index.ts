import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { amendFirm, amendPerson, changePhone, closeApplicant } from './applicant/amend.ts';
import { applicant } from './applicant/applicant.ts';
import { confirmApplicant, provisionApplicant } from './applicant/provision.ts';
import { registerFirm, registerPerson } from './applicant/register.ts';
import { unmaskApplicant } from './applicant/unmask.ts';
import { breach } from './breach/breach.ts';
import { recordBreach } from './breach/record.ts';
import { annulBreach, repairBreach } from './breach/repair.ts';
import { unmaskBreach } from './breach/unmask.ts';
import { lookUpRoutes } from './look-up/routes.ts';
import { bindMandate, binding } from './mandate/bind.ts';
import { expireMandate, renounceMandate, revokeMandate } from './mandate/end.ts';
import { expireLoop } from './mandate/expire-loop.ts';
import { giveAtCounter, giveMandate } from './mandate/give.ts';
import { mandate } from './mandate/mandate.ts';
import { unmaskAgent } from './mandate/unmask.ts';
import { tidyLoop } from './session/tidy.ts';
import { longestMandate, lowestLevel, provinceClaims } from './settings.ts';
import { myMandates, myView } from './views/mine.ts';
import './refusals.ts';

export { alsoApplicants, applicantOf, type SignedInApplicant } from './session/applicant-of.ts';
export { sessionCookie, sessionSecret, signInCookie, signInSecret } from './session/cookies.ts';
export { beginSignIn } from './sign-in/begin.ts';
export { finishSignIn } from './sign-in/finish.ts';
export { isSignInOffered } from './sign-in/platform.ts';
export { signOut } from './sign-in/sign-out.ts';
export { readMine, readMyMandates, type Mine, type MyMandate } from './views/read-mine.ts';
export { ACTS, EXTENTS, IDENTITY_KINDS, KINDS, LEVELS, VERIFICATIONS, type Act } from './words.ts';
/** For needs of modules whose rows name an applicant, an agent or a bar. @public */
export { applicant, type Applicant } from './applicant/applicant.ts';
/** @public */
export { breach, type Breach } from './breach/breach.ts';
/** @public */
export { mandate, type Mandate } from './mandate/mandate.ts';
/** @public */
export { mandateCovers, mandateReaches, type Deed } from './mandate/covers.ts';

/** 申请人 — citizens and firms: who they are, whom they empower, and how they sign in. */
export const applicants = module({
  name: 'applicants',
  title: '申请人',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [applicant, breach, mandate],
  actions: [
    registerPerson,
    registerFirm,
    provisionApplicant,
    confirmApplicant,
    amendPerson,
    amendFirm,
    changePhone,
    closeApplicant,
    unmaskApplicant,
    recordBreach,
    repairBreach,
    annulBreach,
    unmaskBreach,
    giveMandate,
    giveAtCounter,
    bindMandate,
    unmaskAgent,
    revokeMandate,
    renounceMandate,
    expireMandate,
  ],
  views: [myView, myMandates],
  roles: {
    'applicants.registrar': { title: '申请人登记员', scope: 'tenant' },
    'applicants.credit-keeper': { title: '信用管理员', scope: 'tenant' },
  },
  settings: [provinceClaims, lowestLevel, longestMandate],
  reactions: binding,
  loops: [tidyLoop, expireLoop],
  routes: lookUpRoutes,
});
