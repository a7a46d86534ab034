import { Type } from 'typebox';
import { action, birth, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { Codes, Document, happenedOn, On, Reason, refuseBackward } from '../fields.ts';
import { authorityLetter } from './letter.ts';
import { approvalSection, MAY } from './section.ts';

type Asking = { readonly input: { readonly section: string } };

/** 授权 — to the chief representative the section has now. The section's version is guarded: it may be closing. */
export const grantLetter = birth(authorityLetter, {
  name: 'grant',
  title: '授权',
  about: '部门书面授权首席代表在大厅直接审批：全部事项或所列事项，起止日期写明；基本编码代表其下全部事项',
  may: MAY,
  to: ['granted'],
  input: Type.Object({
    section: Type.String({ title: '行政审批股', format: 'uuid', ref: 'approval-section' }),
    coversAll: Type.Boolean({ title: '全部事项' }),
    items: Type.Optional(Codes('授权事项（编码）')),
    startsOn: On('授权起日'),
    endsOn: Type.Optional(On('授权止日（不填为长期）')),
    document: Document,
  }),
  needs: { from: find(approvalSection, ({ input }: Asking) => ({ id: input.section })) },
  decide({ input, from }) {
    if (from?.state !== 'active') return refuse('catalogue.no-section');
    if (from.chief === null) return refuse('catalogue.no-chief', { name: from.name });
    const items = input.items ?? [];
    if (input.coversAll !== (items.length === 0)) refuse('catalogue.letter-items');
    refuseBackward(input.startsOn, input.endsOn);
    return [
      {
        state: 'granted',
        section: from.id,
        organisation: from.organisation,
        chief: from.chief,
        coversAll: input.coversAll,
        items,
        document: input.document,
        startsOn: input.startsOn,
        endsOn: input.endsOn ?? null,
      },
      change(approvalSection, from, {}),
    ];
  },
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
