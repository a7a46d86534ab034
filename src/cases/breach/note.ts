import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import { applicant, breach } from '#applicants/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { namesIn } from '../file/paper.ts';

const PER_ROUND = 500;

interface Broken {
  readonly occurredOn: Day;
  readonly reason: string;
}
/**
 * The word that an applicant broke, and the day it was broken: papers that were to follow and never came, or a promise that
 * was false and not put right in time, or could not be. Null when there is none. Pure.
 */
function brokenWord(mine: CaseFile, now: Instant): Broken | null {
  if (mine.outcome === 'not-supplied') {
    const names = namesIn(mine.papers, 'outstanding').join('、');
    return { occurredOn: dayOf(mine.endedAt ?? now), reason: `容缺受理后逾期未补齐材料：${names}` };
  }
  if (mine.outcome === 'false-promise')
    return { occurredOn: dayOf(mine.endedAt ?? now), reason: '告知承诺不实，办理终止' };
  if (mine.isPromiseTrue !== false || mine.putRightAt !== null) return null;
  if (mine.state === 'revoked')
    return { occurredOn: dayOf(mine.revokedAt ?? now), reason: '告知承诺不实，决定已撤销' };
  return mine.putRightBy !== null && mine.putRightBy < dayOf(now)
    ? { occurredOn: mine.putRightBy, reason: '告知承诺不实，逾期未整改' }
    : null;
}

/** 登记失信 — the applicant broke their word in this case: no further one is taken until it is repaired. */
export const noteBreach = action(caseFile, {
  name: 'note-breach',
  title: '登记失信',
  about: '容缺材料逾期未补、承诺不实且未整改的，由系统登记申请人失信',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: ['granted', 'issued', 'completed', 'revoked', 'terminated'],
  to: ['granted', 'issued', 'completed', 'revoked', 'terminated'],
  input: Type.Object({ applicant: Type.String({ title: '申请人', format: 'uuid' }) }),
  needs: {
    whose: find(applicant, ({ input }: { readonly input: { readonly applicant: string } }) => ({
      id: input.applicant,
    })),
  },
  when: (row, now) => row.breach === null && brokenWord(row, now) !== null,
  decide({ caseFile: mine, whose, now, id }) {
    const broken = brokenWord(mine, now)!; // `when` has seen to it.
    if (!whose) return refuse('applicants.no-applicant');
    return [
      { state: mine.state, breach: id(0) },
      create(breach, {
        id: id(0),
        state: 'unrepaired',
        applicant: whose.id,
        ...broken,
        source: `办件 ${mine.number}`,
      }),
    ];
  },
});

/** Records the breach of every registered applicant who broke their word; found by record, document or code. */
export async function breachRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select distinct on (c.id) c.id, a.id as applicant
         from case_file c join applicant a on a.state = 'registered'
          and (a.id = c.applicant or a.credit_code = c.credit_code
               or a.identity ->> 'hash' = c.applicant_id ->> 'hash')
        where c.breach is null
          and (c.outcome in ('not-supplied', 'false-promise')
               or c.is_promise_true = false and c.put_right_at is null
                  and (c.state = 'revoked' or c.put_right_by < $1::date))
        order by c.id, a.id limit ${PER_ROUND}`,
      [dayOf(app.now())],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: { applicant: each['applicant'] as string },
    }));
    isFull = (await performAll(app, noteBreach, wishes)) === PER_ROUND;
  }
}
export const breachLoop: Loop = { name: 'cases.breaches', everyMs: 60_000, run: breachRound };
