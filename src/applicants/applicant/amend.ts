import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { APPLICANT } from '#people/index.ts';
import { refuse } from '#lib/refusal.ts';
import {
  DocumentSeen,
  FirmName,
  IdentityKindField,
  IdentityNumber,
  PersonName,
  Phone,
  Reason,
} from '../fields.ts';
import { applicant, MAY } from './applicant.ts';
import { checkedIdentity, counterVerification, sealedOrNull } from './columns.ts';

/** 更正个人信息 — at the counter; what is left out stays. A new name or number must be proved anew. */
export const amendPerson = action(applicant, {
  name: 'amend',
  title: '更正个人信息',
  may: MAY,
  from: ['registered'],
  to: ['registered'],
  input: Type.Object({
    name: Type.Optional(PersonName()),
    identityKind: Type.Optional(IdentityKindField),
    identity: Type.Optional(IdentityNumber()),
    phone: Type.Optional(Phone),
    isDocumentSeen: DocumentSeen,
  }),
  decide({ applicant: mine, input, now }) {
    if (mine.kind !== 'person') refuse('applicants.not-a-person', { number: mine.number });
    const kind = input.identityKind ?? mine.identityKind ?? 'resident';
    const isAnother = input.name !== undefined || input.identity !== undefined;
    return {
      state: 'registered',
      name: sealedOrNull(input.name) ?? mine.name,
      identityKind: input.identity === undefined ? mine.identityKind : kind,
      identity: input.identity === undefined ? mine.identity : checkedIdentity(kind, input.identity),
      phone: sealedOrNull(input.phone) ?? mine.phone,
      ...(isAnother || input.isDocumentSeen ? counterVerification(input.isDocumentSeen, now) : {}),
    };
  },
});

/** 更正单位信息 — a firm keeps its code; another code is another firm. */
export const amendFirm = action(applicant, {
  name: 'amend-firm',
  title: '更正单位信息',
  may: MAY,
  from: ['registered'],
  to: ['registered'],
  input: Type.Object({
    firmName: Type.Optional(FirmName),
    representative: Type.Optional(PersonName('法定代表人（负责人）')),
    phone: Type.Optional(Phone),
    isDocumentSeen: DocumentSeen,
  }),
  decide({ applicant: mine, input, now }) {
    if (mine.kind !== 'firm') refuse('applicants.not-a-firm', { number: mine.number });
    return {
      state: 'registered',
      firmName: input.firmName ?? mine.firmName,
      representative: sealedOrNull(input.representative) ?? mine.representative,
      phone: sealedOrNull(input.phone) ?? mine.phone,
      ...(input.isDocumentSeen ? counterVerification(true, now) : {}),
    };
  },
});

/** 更换手机号 — by the applicant, signed in. */
export const changePhone = action(applicant, {
  name: 'change-phone',
  title: '更换手机号',
  may: { [APPLICANT]: 'id' },
  from: ['registered'],
  to: ['registered'],
  input: Type.Object({ phone: Phone }),
  decide: ({ input }) => ({ state: 'registered', phone: { plain: input.phone } }),
});

/** 注销 — a person has died, a firm was dissolved, or one was taken down twice; the sessions end at once. */
export const closeApplicant = action(applicant, {
  name: 'close',
  title: '注销申请人',
  may: MAY,
  from: ['registered'],
  to: ['closed'],
  input: Type.Object({ reason: Reason('注销原因') }),
  decide: ({ input }) => ({ state: 'closed', because: input.reason }),
});
