import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { askedIf, find, opened } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import { applicant, breach } from '#applicants/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { namesIn } from '../file/paper.ts';
import { UNDECIDED } from '../words.ts';

const PER_ROUND = 500;

interface Broken {
  readonly occurredOn: Day;
  readonly reason: string;
}
/** What still lacks, if anything does. */
function owed({ papers }: CaseFile): string {
  const names = namesIn(papers, 'outstanding');
  return names.length === 0 ? '' : `：${names.join('、')}`;
}
/** Papers that were to follow had not come when their term ended, whatever became of the case: they came after it, or never. */
const isOverdue = ({ outstandingDueAt: until, suppliedAt, endedAt }: CaseFile, now: Instant): boolean =>
  until !== null && until < (suppliedAt ?? endedAt ?? now);

/**
 * The word that an applicant broke, and the day it was broken: papers that were to follow and did not come in their term, or a promise that
 * was false and not put right in time, or could not be. Null when there is none. Pure.
 */
function brokenWord(mine: CaseFile, now: Instant): Broken | null {
  if (mine.outcome === 'not-supplied')
    return { occurredOn: dayOf(mine.endedAt ?? now), reason: `容缺受理后逾期未补齐材料${owed(mine)}` };
  if (isOverdue(mine, now))
    return { occurredOn: dayOf(mine.outstandingDueAt!), reason: `容缺受理后逾期未补齐材料${owed(mine)}` };
  if (mine.outcome === 'false-promise')
    return { occurredOn: dayOf(mine.endedAt ?? now), reason: '告知承诺不实，办理终止' };
  if (mine.isPromiseTrue !== false || mine.putRightAt !== null) return null;
  if (mine.state === 'revoked')
    return { occurredOn: dayOf(mine.revokedAt ?? now), reason: '告知承诺不实，决定已撤销' };
  return mine.putRightBy !== null && mine.putRightBy < dayOf(now)
    ? { occurredOn: mine.putRightBy, reason: '告知承诺不实，逾期未整改' }
    : null;
}

type Asked = {
  readonly row: Pick<CaseFile, 'id'>;
  readonly input: { readonly applicant?: string };
};
const sealed = (plain: string | null) => (plain === null ? null : { plain });

/** From the acceptance on a word may have been broken, however the case goes on or ends. */
const BROKEN_IN = [
  ...UNDECIDED,
  'granted',
  'refused',
  'issued',
  'completed',
  'revoked',
  'withdrawn',
  'terminated',
] as const;

/** 登记失信 — the applicant broke their word in this case: no further one is taken until it is repaired. */
export const noteBreach = action(caseFile, {
  name: 'note-breach',
  title: '登记失信',
  about: '容缺材料逾期未补、承诺不实且未整改的，由系统登记申请人失信',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: BROKEN_IN,
  to: BROKEN_IN,
  input: Type.Object({ applicant: Type.Optional(Type.String({ title: '申请人', format: 'uuid' })) }),
  needs: {
    whose: askedIf(
      ({ input }: Asked) => input.applicant !== undefined,
      find(applicant, ({ input }: Asked) => ({ id: input.applicant! })),
      null,
    ),
    person: opened(caseFile, ({ row }: Asked) => ({ id: row.id })),
  },
  when: (row, now) => row.breach === null && brokenWord(row, now) !== null,
  decide({ caseFile: mine, input, whose, person, now, id }) {
    const broken = brokenWord(mine, now)!; // `when` has seen to it.
    if (input.applicant !== undefined && !whose) return refuse('applicants.no-applicant');
    const { applicantName = null, applicantId = null } = person[0] ?? {};
    return [
      { state: mine.state, breach: id(0) },
      create(breach, {
        id: id(0),
        state: 'unrepaired',
        applicant: whose?.id ?? null,
        name: sealed(applicantName),
        identity: sealed(applicantId),
        creditCode: mine.creditCode,
        ...broken,
        source: `办件 ${mine.number}`,
      }),
    ];
  },
});

/**
 * Records the breach of everybody who broke their word and of whom the case says who they are: by record, document or code,
 * registered or never. A window's case has no record, and bars by the keyed hash of the number alone.
 */
export async function breachRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select distinct on (c.id) c.id, a.id as applicant
         from case_file c left join applicant a on a.state = 'registered'
          and (a.id = c.applicant or a.credit_code = c.credit_code
               or a.identity ->> 'hash' = c.applicant_id ->> 'hash')
        where c.breach is null and (a.id is not null or c.applicant_id is not null or c.credit_code is not null)
          and (c.outcome in ('not-supplied', 'false-promise')
               or c.outstanding_due_at < coalesce(c.supplied_at, c.ended_at, $2::timestamptz)
               or c.is_promise_true = false and c.put_right_at is null
                  and (c.state = 'revoked' or c.put_right_by < $1::date))
        order by c.id, a.id limit ${PER_ROUND}`,
      [dayOf(app.now()), app.now()],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: each['applicant'] === null ? {} : { applicant: each['applicant'] as string },
    }));
    isFull = (await performAll(app, noteBreach, wishes)) === PER_ROUND;
  }
}
export const breachLoop: Loop = { name: 'cases.breaches', everyMs: 60_000, run: breachRound };
