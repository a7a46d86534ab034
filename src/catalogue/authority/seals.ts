import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Day } from '#lib/time.ts';
import { organisationNamed } from '#organisations/index.ts';
import { Codes, happenedOn, On, OrganisationId, Reason } from '../fields.ts';
import { approvalSeal } from './seal.ts';
import { MAY } from './section.ts';

type OfUnit = { readonly input: { readonly organisation: string } };
const FIRST = '1949-10-01' as Day;

/** 刻制登记. */
export const engraveSeal = birth(approvalSeal, {
  name: 'engrave',
  title: '登记印章',
  may: MAY,
  to: ['engraved', 'in-use'],
  input: Type.Object({
    organisation: OrganisationId,
    name: Type.Optional(Type.String({ title: '印章名称', minLength: 2, maxLength: 60 })),
    engravedOn: On('刻制日期'),
    inUseFrom: Type.Optional(On('启用日期（不填为尚未启用）')),
    items: Type.Optional(Codes('限用于这些事项（编码，不填为本部门全部）')),
  }),
  needs: {
    unit: organisationNamed('organisation'),
    others: rows(approvalSeal, ({ input }: OfUnit) => ({ organisation: input.organisation })),
  },
  decide({ input, unit, others, now }) {
    const name = input.name ?? `${unit.name}行政审批专用章`;
    if (others.some((each) => each.state !== 'returned' && each.name === name))
      refuse('catalogue.has-seal', { name });
    const engravedOn = happenedOn(input.engravedOn, FIRST, now);
    return {
      state: input.inUseFrom === undefined ? 'engraved' : 'in-use',
      organisation: unit.id,
      name,
      items: input.items ?? [],
      engravedOn,
      inUseFrom: input.inUseFrom === undefined ? null : happenedOn(input.inUseFrom, engravedOn, now),
    };
  },
});

/** 启用印章. */
export const useSeal = action(approvalSeal, {
  name: 'use',
  title: '启用印章',
  may: MAY,
  from: ['engraved'],
  to: ['in-use'],
  input: Type.Object({ on: Type.Optional(On('启用日期（不填为今天）')) }),
  decide: ({ seal, input, now }) => ({
    state: 'in-use',
    inUseFrom: happenedOn(input.on, seal.engravedOn, now),
  }),
});

/** 缴销印章 — from that day on nothing is sealed with it. */
export const returnSeal = action(approvalSeal, {
  name: 'return',
  title: '缴销印章',
  may: MAY,
  from: ['engraved', 'in-use'],
  to: ['returned'],
  input: Type.Object({ reason: Reason, on: Type.Optional(On('缴销日期（不填为今天）')) }),
  decide: ({ seal, input, now }) => ({
    state: 'returned',
    returnedOn: happenedOn(input.on, seal.inUseFrom ?? seal.engravedOn, now),
    returnedBecause: input.reason,
  }),
});
