import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import type { App } from '#lib/app.ts';
import { performAll } from '#lib/perform-all.ts';
import { dayOf } from '#lib/time.ts';
import { breach } from '#applicants/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { BROKEN_IN, brokenWord } from './broken-word.ts';

const PER_ROUND = 500;
type Asked = { readonly row: Pick<CaseFile, 'breach'> };

/**
 * 撤销失信记录 — the term that it was recorded for is not over after all: a holiday announced late gave days back, or the case
 * lay suspended. As if it had never been; broken again, it is recorded again.
 */
export const liftBreach = action(caseFile, {
  name: 'lift-breach',
  title: '撤销失信记录',
  about: '期限因放假安排变动或办件中止顺延、并未逾期的，由系统撤销已作的记录',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: BROKEN_IN,
  to: BROKEN_IN,
  input: Type.Object({}),
  needs: { noted: find(breach, ({ row }: Asked) => ({ id: row.breach! })) }, // Null finds nothing.
  when: (row, now) => row.breach !== null && row.putRightAt === null && brokenWord(row, now) === null,
  decide: ({ caseFile: mine, noted }) => [
    { state: mine.state, breach: null },
    ...(noted
      ? [
          change(breach, noted, {
            state: 'annulled',
            endedBecause: '期限因放假安排变动或办件中止已顺延，并未逾期',
          }),
        ]
      : []),
  ],
});

/** Lifts what was recorded for a term that has moved beyond. */
export async function liftRound(app: App): Promise<void> {
  const found = await app.query(
    `select c.id from breach b join case_file c on c.breach = b.id
      where b.state = 'unrepaired' and c.put_right_at is null
        and (c.outstanding_due_at >= coalesce(c.supplied_at, c.ended_at, $2::timestamptz)
               and c.outcome is distinct from 'not-supplied'
             or c.outstanding_due_at is null and c.is_supplied = false and c.state = 'suspended'
             or c.put_right_by >= $1::date and c.state <> 'revoked')
      order by c.id limit ${PER_ROUND}`,
    [dayOf(app.now()), app.now()],
  );
  await performAll(
    app,
    liftBreach,
    found.map(({ id }) => ({ id: id as string, input: {} })),
  );
}
