import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { dayOf } from '#lib/time.ts';
import { Reason } from '../order/fields.ts';
import { knowledgeEntry, MAY } from './entry.ts';
import { confirmedColumns, refuseExpired } from './fields.ts';

/** 发布 — from now on it is found while typing. Publishing confirms it. */
export const publishEntry = action(knowledgeEntry, {
  name: 'publish',
  title: '发布知识',
  may: MAY,
  from: ['draft', 'withdrawn'],
  to: ['published'],
  input: Type.Object({}),
  decide({ entry, now }) {
    refuseExpired(entry.validUntil, dayOf(now));
    return {
      state: 'published',
      publishedAt: now,
      edition: entry.edition + 1,
      withdrawnAt: null,
      withdrawnBecause: null,
      ...confirmedColumns(dayOf(now), entry.confirmEveryDays),
    };
  },
});

/** 撤下 — it is no longer found; what was answered from it keeps its reference. */
export const withdrawEntry = action(knowledgeEntry, {
  name: 'withdraw',
  title: '撤下知识',
  may: MAY,
  from: ['draft', 'published', 'to-confirm', 'expired'],
  to: ['withdrawn'],
  input: Type.Object({ reason: Reason('撤下理由') }),
  decide: ({ input, now }) => ({
    state: 'withdrawn',
    withdrawnAt: now,
    withdrawnBecause: input.reason,
    nextConfirmOn: null,
  }),
});
