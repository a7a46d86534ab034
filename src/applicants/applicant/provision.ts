import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import {
  CreditCode,
  FirmName,
  IdentityKindField,
  IdentityNumber,
  LevelField,
  PersonName,
  Phone,
} from '../fields.ts';
import { KINDS, reaches } from '../words.ts';
import { applicant } from './applicant.ts';
import { checkedCreditCode, checkedIdentity, sealedOrNull } from './columns.ts';

const Said = {
  name: Type.Optional(PersonName()),
  phone: Type.Optional(Phone),
  firmName: Type.Optional(FirmName),
  representative: Type.Optional(PersonName('法定代表人')),
  level: LevelField,
};

/** 登录建档 — by the program, when somebody the province knows signs in here for the first time. */
export const provisionApplicant = birth(applicant, {
  name: 'provision',
  title: '登录建档',
  hidden: true,
  may: { system: 'anyone' },
  to: ['registered'],
  input: Type.Object({
    kind: oneOf(KINDS, '类别'),
    identityKind: Type.Optional(IdentityKindField),
    identity: Type.Optional(IdentityNumber()),
    creditCode: Type.Optional(CreditCode),
    ...Said,
  }),
  decide: ({ input, now }) => ({
    state: 'registered',
    kind: input.kind,
    name: sealedOrNull(input.name),
    identityKind: input.identityKind ?? null,
    identity:
      input.identity === undefined ? null : checkedIdentity(input.identityKind ?? 'resident', input.identity),
    phone: sealedOrNull(input.phone),
    firmName: input.firmName ?? null,
    creditCode: input.creditCode === undefined ? null : checkedCreditCode(input.creditCode),
    representative: sealedOrNull(input.representative),
    verifiedBy: 'province',
    verifiedAt: now,
    level: input.level,
  }),
});

/** 登录更新 — by the program, when the province now says something else or surer; what is left out stays. */
export const confirmApplicant = action(applicant, {
  name: 'confirm',
  title: '登录更新',
  hidden: true,
  may: { system: 'anyone' },
  from: ['registered'],
  to: ['registered'],
  input: Type.Object(Said),
  decide: ({ applicant: mine, input, now }) => ({
    state: 'registered',
    name: sealedOrNull(input.name) ?? mine.name,
    phone: sealedOrNull(input.phone) ?? mine.phone,
    firmName: input.firmName ?? mine.firmName,
    representative: sealedOrNull(input.representative) ?? mine.representative,
    // A document once seen at a counter stays the surer proof.
    ...(reaches(mine.level, input.level) && mine.verifiedBy !== 'none'
      ? {}
      : { verifiedBy: 'province', verifiedAt: now, level: input.level }),
  }),
});
