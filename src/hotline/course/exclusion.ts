import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { Reason } from '../order/fields.ts';
import { ANSWERED, EXCLUSION_GROUNDS, WITH_UNIT } from '../order/words.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';

const JUDGED = [...WITH_UNIT, ...ANSWERED, 'joint-review', 'closed'] as const;

/** 申请剔除 — not every wish can be granted: the unit says which ground it claims, and on what evidence. */
export const applyExclusion = action(workOrder, {
  name: 'apply-exclusion',
  title: '申请剔除',
  about: '不合理、历史遗留或超出职权的诉求，可凭依据申请不计入考核；剔除前后的比率都会公布',
  may: { 'hotline.handler': 'handler' },
  from: [...JUDGED],
  to: [...JUDGED],
  input: Type.Object({
    ground: oneOf(EXCLUSION_GROUNDS, '剔除理由'),
    evidence: Type.String({ title: '依据', minLength: 4, maxLength: 2000, pattern: '\\S', keep: 'prose' }),
  }),
  needs: speakerNeeds,
  when: (order) => order.exclusion === null || order.exclusion === 'declined',
  decide: ({ order, input, speakers, by }) => ({
    state: order.state,
    exclusion: 'asked',
    exclusionGround: input.ground,
    exclusionEvidence: coverIn(order, speakers).note(input.evidence),
    exclusionAskedBy: by.id,
  }),
});

const decided = <D extends 'granted' | 'declined'>(order: WorkOrder, by: string, exclusion: D) => {
  if (order.exclusionAskedBy === by) refuse('hotline.own-application');
  return { exclusion };
};

/** 同意剔除 — by another person than the applicant. */
export const grantExclusion = action(workOrder, {
  name: 'grant-exclusion',
  title: '同意剔除',
  may: { 'hotline.supervisor': 'place' },
  from: [...JUDGED],
  to: [...JUDGED],
  input: Type.Object({ reason: Reason('同意的理由') }),
  when: (order) => order.exclusion === 'asked',
  decide: ({ order, by }) => ({ state: order.state, ...decided(order, by.id, 'granted') }),
});

/** 不同意剔除 — it counts like any other; the unit may come back with better evidence. */
export const declineExclusion = action(workOrder, {
  name: 'decline-exclusion',
  title: '不同意剔除',
  may: { 'hotline.supervisor': 'place' },
  from: [...JUDGED],
  to: [...JUDGED],
  input: Type.Object({ reason: Reason('不同意的理由') }),
  when: (order) => order.exclusion === 'asked',
  decide: ({ order, by }) => ({ state: order.state, ...decided(order, by.id, 'declined') }),
});
