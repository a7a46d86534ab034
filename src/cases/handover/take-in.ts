import { action } from '#lib/action/action.ts';
import { becomesCase, TakeIn, takeInNeeds } from './becomes-case.ts';
import { handover } from './handover.ts';

/**
 * 转为办件 — the envelope becomes a case of ours with its applicant and papers, once. From here the case goes its way, and
 * what becomes of it is told to the place that sent it.
 */
export const takeIn = action(handover, {
  name: 'take-in',
  title: '转为办件',
  about: '把签收的交接件转为本地办件，申请人和材料不再重录，收件时间为本地窗口收到之日；受理、决定后自动回执',
  may: { 'cases.liaison': 'toPlace' },
  from: ['received'],
  to: ['received'],
  input: TakeIn,
  needs: takeInNeeds,
  when: (row) => row.isToHere && row.caseId === null,
  decide(given) {
    const { became, made } = becomesCase(given);
    return [became, made];
  },
});
