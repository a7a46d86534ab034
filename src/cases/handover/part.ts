import { clocked, clockOf } from '#calendar/index.ts';
import type { Part } from '#lib/part.ts';
import { hadAt } from './becomes-case.ts';
import { deemTakenIn, takeInLoop } from './deem-taken-in.ts';
import { arrive, sendBack, takeReceipt } from './arrive.ts';
import { follow, followLoop } from './follow.ts';
import { handover } from './handover.ts';
import { keySource, keySourceLoop } from './key-source.ts';
import { handoverMeasures } from './measures.ts';
import { waitingHandovers } from './overdue-view.ts';
import { receiptsFor } from './receipts-view.ts';
import { handOut, recordReceipt } from './record-receipt.ts';
import { handoverRoutes } from './routes.ts';
import { handoverRules } from './rules.ts';
import { recall, send } from './send.ts';
import { takeIn } from './take-in.ts';
import './refusals.ts';
import { unmaskHandedOver } from './unmask.ts';

/** 全域通办、跨省通办: what one place takes and another decides. */
export const handoverPart: Part = {
  nouns: [handover],
  actions: [
    send,
    recall,
    recordReceipt,
    handOut,
    arrive,
    takeReceipt,
    sendBack,
    takeIn,
    deemTakenIn,
    follow,
    keySource,
    unmaskHandedOver,
  ],
  views: [waitingHandovers, receiptsFor],
  measures: handoverMeasures,
  settings: [handoverRules],
  loops: [takeInLoop, followLoop, keySourceLoop],
  routes: handoverRoutes,
  clocks: [
    clocked(handover, {
      open: ['sent'],
      due: 'receiptDueAt',
      clock: ({ sentAt, receiptDays }) => clockOf(sentAt, { amount: receiptDays, unit: 'working-day' }),
    }),
    clocked(handover, {
      name: 'recompute-tell-by',
      title: '重算一次性告知期限',
      open: ['sent', 'received'],
      due: 'tellByAt',
      clock: (row) =>
        row.tellDays === null || row.caseId !== null
          ? null
          : clockOf(hadAt(row), { amount: row.tellDays, unit: 'working-day' }),
    }),
    clocked(handover, {
      name: 'recompute-result-due',
      title: '重算结果期限',
      open: ['accepted'],
      due: 'resultDueAt',
      clock: ({ acceptedAt, resultDays, caseId }) =>
        acceptedAt === null || resultDays === null || caseId !== null
          ? null
          : clockOf(acceptedAt, { amount: resultDays, unit: 'working-day' }),
    }),
  ],
};
