import { Type } from 'typebox';
import { action, birth, change, type Write } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { organisationNamed } from '#organisations/index.ts';
import { Document, happenedOn, On, OrganisationId, Reason } from '../fields.ts';
import { authorityLetter, type AuthorityLetter } from './letter.ts';
import { approvalSection, MAY } from './section.ts';

const Chief = Type.String({ title: '首席代表', minLength: 2, maxLength: 40 });
type OfUnit = { readonly input: { readonly organisation: string } };
type OfSection = { readonly row: { readonly id: string } };

/** Letters speak of a person: they end with that person's office. */
const revoked = (letters: readonly AuthorityLetter[], on: Day, why: string): readonly Write[] =>
  letters
    .filter(({ state }) => state === 'granted')
    .map((letter) =>
      change(authorityLetter, letter, { state: 'revoked', revokedOn: on, revokedBecause: why }),
    );

/** 设立行政审批股 — one for a department. */
export const establishSection = birth(approvalSection, {
  name: 'establish',
  title: '设立行政审批股',
  may: MAY,
  to: ['active'],
  input: Type.Object({
    organisation: OrganisationId,
    name: Type.Optional(Type.String({ title: '名称', minLength: 2, maxLength: 60 })),
    chief: Type.Optional(Chief),
    isAtHall: Type.Boolean({ title: '整建制进驻大厅' }),
    establishedOn: Type.Optional(On('设立日期（不填为今天）')),
    document: Type.Optional(Document),
  }),
  needs: {
    unit: organisationNamed('organisation'),
    others: rows(approvalSection, ({ input }: OfUnit) => ({ organisation: input.organisation })),
  },
  decide({ input, unit, others, now }) {
    if (others.some(({ state }) => state === 'active')) refuse('catalogue.has-section', { name: unit.name });
    return {
      state: 'active',
      organisation: unit.id,
      name: input.name ?? `${unit.name}行政审批股`,
      chief: input.chief ?? null,
      isAtHall: input.isAtHall,
      document: input.document ?? null,
      establishedOn: happenedOn(input.establishedOn, '1949-10-01' as Day, now),
    };
  },
});

/** 明确首席代表 — another person; the letters of the one before end today. */
export const nameChief = action(approvalSection, {
  name: 'name-chief',
  title: '明确首席代表',
  about: '换人后，原首席代表的授权书自今日起撤销，需另行授权',
  may: MAY,
  from: ['active'],
  to: ['active'],
  input: Type.Object({ chief: Chief }),
  needs: { letters: rows(authorityLetter, ({ row }: OfSection) => ({ section: row.id })) },
  decide({ section, input, letters, now }) {
    if (section.chief === input.chief) refuse('catalogue.same-chief', { chief: input.chief });
    return [
      { state: 'active', chief: input.chief },
      ...revoked(letters, dayOf(now), `首席代表改为${input.chief}`),
    ];
  },
});

/** 进驻调整 — whether the whole section sits at the hall. */
export const seatSection = action(approvalSection, {
  name: 'seat',
  title: '调整进驻',
  may: MAY,
  from: ['active'],
  to: ['active'],
  input: Type.Object({ isAtHall: Type.Boolean({ title: '整建制进驻大厅' }) }),
  decide: ({ input }) => ({ state: 'active', isAtHall: input.isAtHall }),
});

/** 撤销行政审批股 — with it go its letters. */
export const abolishSection = action(approvalSection, {
  name: 'abolish',
  title: '撤销行政审批股',
  may: MAY,
  from: ['active'],
  to: ['abolished'],
  input: Type.Object({ reason: Reason, on: Type.Optional(On('撤销日期（不填为今天）')) }),
  needs: { letters: rows(authorityLetter, ({ row }: OfSection) => ({ section: row.id })) },
  decide({ section, input, letters, now }) {
    const on = happenedOn(input.on, section.establishedOn, now);
    return [{ state: 'abolished', abolishedOn: on }, ...revoked(letters, on, input.reason)];
  },
});
