import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { askedIf, find, opened } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { applicant, breach } from '#applicants/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { BROKEN_IN, brokenWord } from './broken-word.ts';
import { liftRound } from './lift.ts';

const PER_ROUND = 500;

type Asked = {
  readonly row: Pick<CaseFile, 'id'>;
  readonly input: { readonly applicant?: string };
};
const sealed = (plain: string | null) => (plain === null ? null : { plain });

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
 * registered or never; what the term was not over for is lifted first. A window's case has no record, and bars by the keyed hash of the number alone.
 */
export async function breachRound(app: App): Promise<void> {
  await liftRound(app);
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
