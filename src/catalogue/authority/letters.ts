import { Type, type Static } from 'typebox';
import { action, birth, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { account, type Account } from '#people/index.ts';
import { Codes, Document, happenedOn, On, Reason, refuseBackward } from '../fields.ts';
import { authorityLetter } from './letter.ts';
import { approvalSection, MAY, type ApprovalSection } from './section.ts';

type Asking = { readonly input: { readonly section: string } };
type Naming = { readonly input: { readonly account: string } };

const AccountField = Type.String({
  title: '首席代表账号（登录名）',
  minLength: 2,
  maxLength: 40,
  pattern: '\\S',
});
const named = find(account, ({ input }: Naming) => ({ number: input.account.trim() }));

/** The account a letter names: of this place, in use, and of the very person who is chief representative. */
function accountOf(found: Account | null, said: string, chief: string) {
  if (found === null || found.state === 'disabled') return refuse('catalogue.no-account', { account: said });
  if (found.name !== chief) refuse('catalogue.other-chief', { account: said, name: found.name, chief });
  return { account: found.number, accountId: found.id };
}

const LetterFields = Type.Object({
  section: Type.String({ title: '行政审批股', format: 'uuid', ref: 'approval-section' }),
  coversAll: Type.Boolean({ title: '全部事项' }),
  items: Type.Optional(Codes('授权事项（编码）')),
  startsOn: On('授权起日'),
  endsOn: Type.Optional(On('授权止日（不填为长期）')),
  document: Document,
});
const ofSection = find(approvalSection, ({ input }: Asking) => ({ id: input.section }));

/** A letter to the chief representative the section has now. Refuses a section that is closed or has none. */
function letterOf(input: Static<typeof LetterFields>, from: ApprovalSection | null) {
  if (from?.state !== 'active') return refuse('catalogue.no-section');
  if (from.chief === null) return refuse('catalogue.no-chief', { name: from.name });
  const items = input.items ?? [];
  if (input.coversAll !== (items.length === 0)) refuse('catalogue.letter-items');
  refuseBackward(input.startsOn, input.endsOn);
  const letter = {
    state: 'granted',
    section: from.id,
    organisation: from.organisation,
    chief: from.chief,
    coversAll: input.coversAll,
    items,
    document: input.document,
    startsOn: input.startsOn,
    endsOn: input.endsOn ?? null,
  } as const;
  return { from, letter };
}

/** 授权 — to the chief representative the section has now. The section's version is guarded: it may be closing. */
export const grantLetter = birth(authorityLetter, {
  name: 'grant',
  title: '授权',
  about:
    '部门书面授权首席代表在大厅直接审批，只由其本人的账号决定：全部事项或所列事项，起止日期写明；基本编码代表其下全部事项',
  may: MAY,
  to: ['granted'],
  input: Type.Object({ ...LetterFields.properties, account: AccountField }),
  needs: { section: ofSection, holder: named },
  decide({ input, section, holder }) {
    const { from, letter } = letterOf(input, section);
    return [
      { ...letter, ...accountOf(holder, input.account, letter.chief) },
      change(approvalSection, from, {}),
    ];
  },
});

/** 补录授权书 — one from before accounts were named in letters, by the program alone. */
export const recordLetter = birth(authorityLetter, {
  name: 'record',
  title: '补录授权书',
  hidden: true,
  may: { system: 'anyone' },
  to: ['granted'],
  input: LetterFields,
  needs: { section: ofSection },
  decide({ input, section }) {
    const { from, letter } = letterOf(input, section);
    return [letter, change(approvalSection, from, {})];
  },
});

/** 关联账号 — an older letter names the account of its chief representative: from now on nobody else decides by it. */
export const linkLetter = action(authorityLetter, {
  name: 'link',
  title: '关联账号',
  about: '补上首席代表本人的账号；关联后只有本人可以凭这份授权书作出决定',
  may: MAY,
  from: ['granted'],
  to: ['granted'],
  input: Type.Object({ account: AccountField }),
  needs: { holder: named },
  decide: ({ letter, input, holder }) => ({
    state: 'granted',
    ...accountOf(holder, input.account, letter.chief),
  }),
});

/** 撤销授权 — from that day on. */
export const revokeLetter = action(authorityLetter, {
  name: 'revoke',
  title: '撤销授权',
  may: MAY,
  from: ['granted'],
  to: ['revoked'],
  input: Type.Object({ reason: Reason, on: Type.Optional(On('撤销日期（不填为今天）')) }),
  decide({ letter, input, now }) {
    // One that has not begun never will.
    const isAhead = input.on === undefined && letter.startsOn > dayOf(now);
    return {
      state: 'revoked',
      revokedOn: isAhead ? letter.startsOn : happenedOn(input.on, letter.startsOn, now),
      revokedBecause: input.reason,
    };
  },
});
