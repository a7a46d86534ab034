import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import type { Instant } from '#lib/time.ts';
import { accepted, acceptanceNeeds } from './accept.ts';
import { caseFile, type CaseFile } from './case-file.ts';

const PER_ROUND = 500;
/** The day from which the office's five days run: of the papers, or of the correction that made them whole. Pure. */
export const wholeAt = ({ correctedAt, receivedAt }: Pick<CaseFile, 'correctedAt' | 'receivedAt'>): Instant =>
  correctedAt ?? receivedAt;

/**
 * 视为受理 — nobody said within five working days what was missing, so the day of the papers is the day of acceptance
 * (行政许可法 32). It happens when the five days end; both clocks run from the day of the papers, or from the day when a
 * correction made them whole: an application so completed must be accepted, and an idle office gains nothing.
 */
export const deemAccepted = action(caseFile, {
  name: 'deem-accepted',
  title: '视为受理',
  about:
    '逾期未一次性告知的，自收到申请材料之日起即为受理；补正齐全后逾期未受理的，自补齐之日起即为受理，由系统登记',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: ['applied', 'received'],
  to: ['accepted'],
  input: Type.Object({}),
  needs: acceptanceNeeds,
  when: (row, now) => row.tellByAt !== null && now > row.tellByAt,
  decide(given) {
    const { patch, writes } = accepted(given, { acceptance: 'deemed', at: wholeAt(given.caseFile) });
    return [{ ...patch, state: 'accepted' }, ...writes];
  },
});

/** Takes as accepted whatever nobody answered in time, at the moment its five days ended. */
export async function deemRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select id, tell_by_at from case_file where tell_by_at < $1 and state in ('applied', 'received')
        order by tell_by_at, id limit ${PER_ROUND}`,
      [app.now()],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: {},
      at: new Date(Date.parse(each['tell_by_at'] as string) + 1).toISOString() as Instant,
    }));
    isFull = (await performAll(app, deemAccepted, wishes)) === PER_ROUND;
  }
}
export const deemLoop: Loop = { name: 'cases.deemed', everyMs: 60_000, run: deemRound };
