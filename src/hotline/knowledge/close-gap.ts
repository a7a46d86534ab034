import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { organisationNamed } from '#organisations/index.ts';
import { Reason } from '../order/fields.ts';
import { knowledgeEntry, MAY } from './entry.ts';
import { On } from './fields.ts';
import { knowledgeGap } from './gap.ts';

/** 交办 — the unit that must fill it. */
export const assignGap = action(knowledgeGap, {
  name: 'assign',
  title: '交办补充',
  may: { 'hotline.supervisor': 'anyone' },
  from: ['open'],
  to: ['open'],
  input: Type.Object({
    owner: Type.String({ title: '责任单位', format: 'uuid', ref: 'organisation' }),
    dueOn: Type.Optional(On('补充期限')),
  }),
  needs: { unit: organisationNamed('owner') },
  decide({ gap, input, unit, now }) {
    if (input.dueOn !== undefined && input.dueOn < dayOf(now))
      refuse('hotline.due-in-past', {}, { fields: [{ path: 'dueOn', message: '不能早于今天' }] });
    return { state: 'open', owner: unit.id, dueOn: input.dueOn ?? gap.dueOn };
  },
});

type Asking = { readonly input: { readonly entry: string } };
/** 已补充 — by an entry that is published: a draft answers nobody. */
export const answerGap = action(knowledgeGap, {
  name: 'answer',
  title: '已补充',
  may: MAY,
  from: ['open'],
  to: ['answered'],
  input: Type.Object({ entry: Type.String({ title: '知识条目', format: 'uuid', ref: 'knowledge-entry' }) }),
  needs: { written: find(knowledgeEntry, ({ input }: Asking) => ({ id: input.entry })) },
  decide({ written, now }) {
    if (written?.state !== 'published')
      return refuse(
        'hotline.knowledge-not-published',
        {},
        { fields: [{ path: 'entry', message: '没有这条已发布的知识' }] },
      );
    return { state: 'answered', entry: written.id, closedAt: now };
  },
});

/** 不予补充 — no entry is to be written, and why. */
export const dismissGap = action(knowledgeGap, {
  name: 'dismiss',
  title: '不予补充',
  may: MAY,
  from: ['open'],
  to: ['dismissed'],
  input: Type.Object({ reason: Reason() }),
  decide: ({ input, now }) => ({ state: 'dismissed', dismissedBecause: input.reason, closedAt: now }),
});
