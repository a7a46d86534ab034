import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { dayOf } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { Reason } from '../fields.ts';
import { mandate } from './mandate.ts';

const input = Type.Object({ reason: Type.Optional(Reason()) });

/** 撤销委托 — by the principal at any time (民法典第九百三十三条), or at the counter for them. */
export const revokeMandate = action(mandate, {
  name: 'revoke',
  title: '撤销委托',
  may: { [APPLICANT]: 'principal', 'applicants.registrar': 'anyone' },
  from: ['in-force'],
  to: ['revoked'],
  input,
  decide: ({ input: { reason }, now }) => ({ state: 'revoked', endedAt: now, because: reason ?? null }),
});

/** 辞去委托 — by the agent: nobody must act for another. */
export const renounceMandate = action(mandate, {
  name: 'renounce',
  title: '辞去委托',
  may: { [APPLICANT]: 'agent' },
  from: ['in-force'],
  to: ['renounced'],
  input,
  decide: ({ input: { reason }, now }) => ({ state: 'renounced', endedAt: now, because: reason ?? null }),
});

/** 委托到期 — noted by the program after the last day; what a mandate covers follows from its days alone. */
export const expireMandate = action(mandate, {
  name: 'expire',
  title: '委托到期',
  hidden: true,
  may: { system: 'anyone' },
  from: ['in-force'],
  to: ['expired'],
  input: Type.Object({}),
  when: ({ endsOn }, now) => endsOn < dayOf(now),
  decide: () => ({ state: 'expired' }),
});
