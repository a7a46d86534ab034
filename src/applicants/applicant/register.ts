import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import {
  CreditCode,
  DocumentSeen,
  FirmName,
  IdentityKindField,
  IdentityNumber,
  PersonName,
  Phone,
} from '../fields.ts';
import { applicant, MAY } from './applicant.ts';
import { checkedCreditCode, checkedIdentity, counterVerification, sealedOrNull } from './columns.ts';

/** 登记申请人 — a person at the counter. Who is here already is found by `POST /api/applicants/look-up`; a second row is refused. */
export const registerPerson = birth(applicant, {
  name: 'register',
  title: '登记申请人',
  may: MAY,
  to: ['registered'],
  input: Type.Object({
    name: PersonName(),
    identityKind: IdentityKindField,
    identity: IdentityNumber(),
    phone: Type.Optional(Phone),
    isDocumentSeen: DocumentSeen,
  }),
  decide: ({ input, now }) => ({
    state: 'registered',
    kind: 'person',
    name: { plain: input.name },
    identityKind: input.identityKind,
    identity: checkedIdentity(input.identityKind, input.identity),
    phone: sealedOrNull(input.phone),
    ...counterVerification(input.isDocumentSeen, now),
  }),
});

/** 登记单位 — a firm at the counter, by its licence. */
export const registerFirm = birth(applicant, {
  name: 'register-firm',
  title: '登记单位申请人',
  may: MAY,
  to: ['registered'],
  input: Type.Object({
    firmName: FirmName,
    creditCode: CreditCode,
    representative: Type.Optional(PersonName('法定代表人（负责人）')),
    phone: Type.Optional(Phone),
    isDocumentSeen: DocumentSeen,
  }),
  decide: ({ input, now }) => ({
    state: 'registered',
    kind: 'firm',
    firmName: input.firmName,
    creditCode: checkedCreditCode(input.creditCode),
    representative: sealedOrNull(input.representative),
    phone: sealedOrNull(input.phone),
    ...counterVerification(input.isDocumentSeen, now),
  }),
});
