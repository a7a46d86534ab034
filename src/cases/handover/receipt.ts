import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { inTime, workingDaysAfter } from '../clocks.ts';
import { handover, type Handover } from './handover.ts';
import { RECEIPT_KINDS, type Receipt, type ReceiptKind, type Result } from './words.ts';

/** A receipt with what belongs to its kind: a result its outcome and paper, an acceptance its limit. */
export interface ToldReceipt extends Receipt {
  readonly outcome?: Result | undefined;
  readonly resultNumber?: string | undefined;
  readonly resultDays?: number | undefined;
}
type Open = 'sent' | 'received' | 'accepted';
const STATE_TITLES: Readonly<Record<string, string>> = handover.states;

/** In which states a receipt of a kind still says something. */
const MAY_COME: Readonly<Record<ReceiptKind, readonly string[]>> = {
  received: ['sent'],
  accepted: ['sent', 'received'],
  declined: ['sent', 'received'],
  result: ['sent', 'received', 'accepted'],
};

const sameReceipt = (one: Receipt, other: Receipt): boolean =>
  one.kind === other.kind && one.at === other.at && one.number === other.number;
/** Whether this very receipt was told before. */
export const isTold = (mine: Pick<Handover, 'receipts'>, told: Receipt): boolean =>
  mine.receipts.some((each) => sameReceipt(each, told));

/** What is wrong with the moment of a receipt; undefined when it can be. */
function timeFault(mine: Handover, at: Instant, now: Instant): string | undefined {
  if (at > now) return '晚于现在';
  if (at < mine.sentAt) return `早于寄送时间${formatChinese(mine.sentAt)}`;
  const last = mine.receipts.at(-1);
  return last && at < last.at ? `早于上一份回执${formatChinese(last.at)}` : undefined;
}

function refuseWrong(mine: Handover, told: ToldReceipt, now: Instant): void {
  const kind = RECEIPT_KINDS[told.kind];
  if (isTold(mine, told)) refuse('cases.receipt-known', { kind });
  if (!MAY_COME[told.kind].includes(mine.state))
    refuse('cases.receipt-settled', { kind, state: STATE_TITLES[mine.state] ?? '' });
  const why = timeFault(mine, told.at, now);
  if (why !== undefined) refuse('cases.receipt-time', { why }, { fields: [{ path: 'at', message: why }] });
  if (told.kind === 'declined' && told.note === null) refuse('cases.receipt-needs', { kind, what: '理由' });
  if (told.kind === 'result' && told.outcome === undefined)
    refuse('cases.receipt-needs', { kind, what: '结果（准予、不予）' });
}

/** The first word of the other side is its receipt, whatever else it says. */
const firstHeard = (mine: Handover, { at, number }: Receipt) =>
  mine.receivedAt === null
    ? { receivedAt: at, receiptNumber: number, isReceiptLate: !inTime(at, mine.receiptDueAt) }
    : {};

/**
 * What a receipt of the other side changes. Refuses one that was told before, comes after the end, lies before the one
 * before it, or lacks what its kind must say. Pure.
 */
export function receipted(mine: Handover, told: ToldReceipt, { now, calendar }: Around) {
  refuseWrong(mine, told, now);
  const { kind, number, at, note } = told;
  const receipts = [...mine.receipts, { kind, number, at, note }];
  const columns = { receipts, ...firstHeard(mine, told) };
  if (kind === 'received') return { state: 'received', ...columns } as const;
  if (kind === 'declined')
    return { state: 'declined', ...columns, declinedAt: at, declinedBecause: note } as const;
  if (kind === 'accepted') {
    const resultDays = told.resultDays ?? mine.resultDays;
    const resultDueAt = resultDays === null ? null : workingDaysAfter(at, resultDays, calendar);
    return { state: 'accepted', ...columns, acceptedAt: at, resultDays, resultDueAt } as const;
  }
  return {
    state: 'returned',
    ...columns,
    resultAt: at,
    outcome: told.outcome ?? null,
    resultNumber: told.resultNumber ?? number,
    isResultLate: mine.resultDueAt === null ? null : !inTime(at, mine.resultDueAt),
  } as const;
}
interface Around {
  readonly now: Instant;
  readonly calendar: CalendarTable;
}
export const OPEN = ['sent', 'received', 'accepted'] as const satisfies readonly Open[];
