import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { inTime } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { handover, type Handover } from './handover.ts';
import type { Receipt, Result } from './words.ts';

const PER_ROUND = 500;

/** When the result of a case can go out: sealed where there is one to seal, else decided; an end without a decision at once. */
function resultAt(file: CaseFile): Instant | null {
  if (file.outcome === 'granted') return file.issuedAt ?? file.completedAt;
  return file.outcome === 'refused' ? file.decidedAt : file.endedAt;
}
const resultOf = ({ outcome }: CaseFile): Result =>
  outcome === 'granted' ? 'granted' : outcome === 'refused' ? 'refused' : 'ended';

function declinedBy(mine: Handover, file: CaseFile, at: Instant) {
  const told: Receipt = { kind: 'declined', number: file.number, at, note: file.reason };
  return {
    state: 'declined',
    receipts: [...mine.receipts, told],
    declinedAt: at,
    declinedBecause: file.reason,
  } as const;
}
function acceptedBy(mine: Handover, file: CaseFile) {
  if (mine.acceptedAt !== null || file.acceptedAt === null) return { receipts: mine.receipts };
  const told: Receipt = { kind: 'accepted', number: file.number, at: file.acceptedAt, note: null };
  return {
    receipts: [...mine.receipts, told],
    acceptedAt: file.acceptedAt,
    resultDueAt: file.promisedDueAt,
  };
}

/** What the case has come to since, as the place that sent the envelope is told; null when nothing is new. Pure. */
function followed(mine: Handover, file: CaseFile) {
  const ends = resultAt(file);
  if (file.acceptedAt === null)
    return ends !== null && mine.state === 'received' ? declinedBy(mine, file, ends) : null;
  const accepted = acceptedBy(mine, file);
  if (ends === null) return mine.state === 'received' ? ({ state: 'accepted', ...accepted } as const) : null;
  const delivered = file.completedAt;
  if (mine.state === 'returned')
    return delivered === null ? null : ({ state: 'delivered', deliveredAt: delivered } as const);
  const told: Receipt = { kind: 'result', number: file.resultNumber, at: ends, note: null };
  const due = file.promisedDueAt;
  return {
    ...accepted,
    state: delivered === null ? 'returned' : 'delivered',
    receipts: [...accepted.receipts, told],
    resultAt: ends,
    outcome: resultOf(file),
    resultNumber: file.resultNumber,
    isResultLate: due === null ? null : !inTime(ends, due),
    ...(delivered === null ? {} : { deliveredAt: delivered }),
  } as const;
}

type Asked = { readonly row: Pick<Handover, 'caseId'> };
/** 回执随办件 — the receipts of an envelope that became a case of ours follow the case by themselves. */
export const follow = action(handover, {
  name: 'follow',
  title: '随件回执',
  about: '转为办件的交接件，随办件的受理、决定和送达自动登记回执',
  may: { 'cases.liaison': 'toPlace' },
  hidden: true,
  from: ['received', 'accepted', 'returned'],
  to: ['accepted', 'declined', 'returned', 'delivered'],
  input: Type.Object({}),
  needs: { file: find(caseFile, ({ row }: Asked) => ({ id: row.caseId! })) },
  when: (row) => row.caseId !== null,
  decide: ({ handover: mine, file }) =>
    (file && followed(mine, file)) ?? refuse('lib.wrong-state', { state: '', title: '随件回执' }),
});

/** Brings envelopes up to their cases. */
export async function followRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select h.id from handover h join case_file c on c.id = h.case_id
        where h.state = 'received' and (c.accepted_at is not null or c.ended_at is not null)
           or h.state = 'accepted' and (c.issued_at is not null or c.ended_at is not null or c.state = 'refused')
           or h.state = 'returned' and c.completed_at is not null
        order by h.id limit ${PER_ROUND}`,
      [],
    );
    const wishes = found.map((each) => ({ id: each['id'] as string, input: {} }));
    isFull = (await performAll(app, follow, wishes)) === PER_ROUND;
  }
}
export const followLoop: Loop = { name: 'cases.handovers', everyMs: 30_000, run: followRound };
