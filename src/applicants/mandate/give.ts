import { Type } from 'typebox';
import { birth, type Asked } from '#lib/action/action.ts';
import { find, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { APPLICANT } from '#people/index.ts';
import { applicant } from '../applicant/applicant.ts';
import { checkedIdentity } from '../applicant/columns.ts';
import { IdentityKindField, IdentityNumber, PersonName, Reference } from '../fields.ts';
import { mandate } from './mandate.ts';
import { reachOf, TermFields, termNeeds } from './terms.ts';

/** Nobody is their own agent; numbers are compared as the document has them. */
function refuseOneself(own: readonly { readonly identity?: string | null }[], agent: string): void {
  if (own.some(({ identity }) => identity === agent))
    refuse(
      'applicants.mandate-oneself',
      {},
      { fields: [{ path: 'agentIdentity', message: '这是本人的证件号码' }] },
    );
}

const Agent = {
  agentName: PersonName('受托人姓名'),
  agentIdentityKind: Type.Optional(IdentityKindField),
  agentIdentity: IdentityNumber('受托人证件号码'),
};

/** 委托 — by the principal, signed in. Whether the agent is known here stays unsaid: the answer is the same for any name. */
export const giveMandate = birth(mandate, {
  name: 'give',
  title: '委托他人代办',
  about: '受托人以同一姓名和证件号码实名登录后，委托即与其绑定',
  may: { [APPLICANT]: 'principal' },
  to: ['in-force'],
  input: Type.Object({ ...Agent, ...TermFields }),
  needs: { ...termNeeds, own: opened(applicant, ({ by }: Pick<Asked, 'by'>) => ({ id: by.id })) },
  decide({ input, own, by, ...given }) {
    const identity = checkedIdentity(
      input.agentIdentityKind ?? 'resident',
      input.agentIdentity,
      'agentIdentity',
    );
    refuseOneself(own, identity.plain);
    return {
      state: 'in-force',
      principal: by.id,
      agentName: { plain: input.agentName },
      agentIdentity: identity,
      ...reachOf({ ...given, input }),
      givenBy: 'self',
    };
  },
});

type AtCounter = { readonly input: { readonly principal: string } };
type Named = { readonly agentName?: string | undefined; readonly agentIdentity?: string | undefined };
/** Either a person by name and document, or one of the staff; never neither, never both. */
function checkAgent({
  agentName,
  agentIdentity,
  helper,
}: Named & { readonly helper?: string | undefined }): void {
  const isPerson = agentName !== undefined && agentIdentity !== undefined;
  const isNeither = agentName === undefined && agentIdentity === undefined;
  if (helper === undefined ? !isPerson : !isNeither)
    refuse('applicants.mandate-agent', {}, { fields: [{ path: 'agentName', message: '请填写受托人' }] });
}

/** 窗口登记委托 — on a paper that is scanned and kept with the applicant; also to a 帮代办员 of the staff. */
export const giveAtCounter = birth(mandate, {
  name: 'give-at-counter',
  title: '登记委托',
  may: { 'applicants.registrar': 'anyone' },
  to: ['in-force'],
  input: Type.Object({
    principal: Reference('applicant', '委托人'),
    agentName: Type.Optional(Agent.agentName),
    agentIdentityKind: Agent.agentIdentityKind,
    agentIdentity: Type.Optional(Agent.agentIdentity),
    helper: Type.Optional(Reference('account', '帮代办员')),
    ...TermFields,
    scan: Type.Optional(Reference('attachment', '委托书扫描件')),
  }),
  needs: {
    ...termNeeds,
    whose: find(applicant, ({ input }: AtCounter) => ({ id: input.principal, state: 'registered' })),
    own: opened(applicant, ({ input }: AtCounter) => ({ id: input.principal })),
  },
  decide({ input, whose, own, ...given }) {
    if (!whose)
      refuse('applicants.no-applicant', {}, { fields: [{ path: 'principal', message: '没有这个申请人' }] });
    checkAgent(input);
    const { agentName, agentIdentity, agentIdentityKind = 'resident' } = input;
    const identity =
      agentIdentity === undefined ? null : checkedIdentity(agentIdentityKind, agentIdentity, 'agentIdentity');
    if (identity) refuseOneself(own, identity.plain);
    return {
      state: 'in-force',
      principal: input.principal,
      agentName: agentName === undefined ? null : { plain: agentName },
      agentIdentity: identity,
      helper: input.helper ?? null,
      ...reachOf({ ...given, input }),
      scan: input.scan ?? null,
      givenBy: 'counter',
    };
  },
});
