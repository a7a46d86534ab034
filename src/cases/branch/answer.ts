import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow } from '#calendar/index.ts';
import { inTime } from '../clocks.ts';
import { caseFile } from '../file/case-file.ts';
import { refuseUnrelated } from '../file/correction.ts';
import { GapsField, Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { hearing } from '../special/hearing/hearing.ts';
import { refuseUnmet, tripsOf } from '../survey/contradicted.ts';
import { goingOut, refuseUnseen } from '../survey/seen-first.ts';
import { branch, type Branch } from './branch.ts';
import { askedBranch, timedBranch } from './clock.ts';
import { afterAnswer } from './finish.ts';
import { said, withAnswerer, withSaid } from './said.ts';

const MAY = { 'cases.approver': 'department', 'cases.decider': 'department' } as const;
type Asked = { readonly row: Pick<Branch, 'caseId'> };
const hearingsOf = rows(hearing, ({ row }: Asked) => ({ caseId: row.caseId }));
const siblings = rows(branch, ({ row }: Asked) => ({ caseId: row.caseId }));
const Opinion = Type.String({
  title: '审查意见',
  minLength: 2,
  maxLength: 4000,
  pattern: '\\S',
  keep: 'prose',
});
const isOpinion = (row: Branch): boolean => row.kind === 'opinion';

function refuseClosed(state: string): void {
  if (state !== 'accepted') refuse('cases.not-in-examination');
}

/** An opinion that ends the branch one way or the other; the two differ in nothing else. */
const opinion = (name: 'agree' | 'object', title: string, end: 'agreed' | 'objected') =>
  action(branch, {
    name,
    title,
    may: MAY,
    from: ['asked'],
    to: [end],
    input: Type.Object({ opinion: Opinion }),
    needs: { all: siblings, units: goingOut, trips: tripsOf, hearings: hearingsOf, calendar: calendarNow },
    when: isOpinion,
    decide({ branch: mine, caseFile: file, input, all, units, trips, hearings, calendar, by, now }) {
      refuseClosed(file.state);
      refuseConflict(file, by);
      if (hearings.some(({ presider }) => presider === by.id)) refuse('cases.presider-examines');
      if (end === 'agreed') {
        refuseUnseen(mine, { caseFile: file, units });
        refuseUnmet(mine, { caseFile: file, trips, units });
      }
      const timed = timedBranch(mine, file, calendar);
      const patch = {
        state: end,
        opinion: input.opinion,
        answeredAt: now,
        answeredBy: by.id,
        ...timed,
        isInTime: timed.clock === null ? null : inTime(now, timed.dueAt),
      } as const;
      return [patch, ...afterAnswer({ mine, caseFile: file, all, calendar, now })];
    },
  });
/** 同意 — the department has nothing against it. */
export const agree = opinion('agree', '同意', 'agreed');
/** 不同意 — with reasons; the deciding department must refuse, or ask this branch again. */
export const object = opinion('object', '不同意', 'objected');

/**
 * 退回窗口 — one branch alone goes back, with what is unclear; the others go on. No further papers may be demanded of the
 * applicant that way: what was not named in the one notice is the office's own to find out.
 */
export const sendBack = action(branch, {
  name: 'send-back',
  title: '退回窗口',
  about: '只退回本分支，不影响其他部门；退回期间时限照计',
  may: MAY,
  from: ['asked'],
  to: ['sent-back'],
  input: Type.Object({ reason: Reason('退回原因') }),
  when: isOpinion,
  decide: ({ branch: mine, input, now }) => ({
    state: 'sent-back',
    sentBackReason: input.reason,
    saidBefore: withSaid(mine, said('退回窗口', input.reason, now)),
    sendBacks: (mine.sendBacks ?? 0) + 1,
  }),
});

/** 重新转交 — the window has cleared up what the branch asked. */
export const resubmit = action(branch, {
  name: 'resubmit',
  title: '重新转交',
  may: { 'cases.clerk': 'place' },
  from: ['sent-back'],
  to: ['asked'],
  input: Type.Object({ note: Reason('补充说明') }),
  decide: ({ branch: mine, input, now }) => ({
    state: 'asked',
    request: input.note,
    saidBefore: withSaid(mine, said('重新转交', input.note, now)),
  }),
});

/** 重新审查 — a branch that objected is asked once more, before the decision; what it had against it stays on the branch. */
export const askAgain = action(branch, {
  name: 'ask-again',
  title: '请重新审查',
  may: { 'cases.clerk': 'place', 'cases.inspector': 'place' },
  from: ['objected'],
  to: ['asked'],
  input: Type.Object({ note: Reason('重新审查的理由') }),
  needs: { calendar: calendarNow },
  when: isOpinion,
  decide({ branch: mine, caseFile: file, input, calendar, now }) {
    refuseClosed(file.state);
    return [
      {
        ...askedBranch(mine, file, { calendar, now }),
        request: input.note,
        saidBefore: withSaid(
          mine,
          said('不同意', mine.opinion!, mine.answeredAt!),
          said('请重新审查', input.note, now),
        ),
        opinion: null,
        answeredAt: null,
        answeredBy: null,
        answeredBefore: withAnswerer(mine),
        isInTime: null,
      },
      change(caseFile, file, { openBranches: (file.openBranches ?? 0) + 1, examinedAt: null }),
    ];
  },
});

/** 反馈收件核验 — what a department finds missing goes into the one notice; nothing found is an answer too. */
export const answerCheck = action(branch, {
  name: 'answer-check',
  title: '反馈核验意见',
  about: '逐项写明缺漏；没有缺漏的不填',
  may: MAY,
  from: ['asked'],
  to: ['agreed', 'objected'],
  input: Type.Object({ gaps: Type.Optional(GapsField('缺漏事项')) }),
  when: (row) => row.kind === 'check',
  decide({ branch: mine, caseFile: file, input, by, now }) {
    if (file.state !== 'applied' && file.state !== 'received') refuse('cases.check-over');
    refuseConflict(file, by);
    refuseUnrelated(file.papers, input.gaps ?? []);
    const gaps = (input.gaps ?? []).map((each) => ({ ...each, by: mine.department }));
    const answered = { answeredAt: now, answeredBy: by.id } as const;
    return [
      gaps.length > 0 ? { state: 'objected', ...answered } : { state: 'agreed', ...answered },
      change(caseFile, file, {
        openChecks: Math.max(0, (file.openChecks ?? 1) - 1),
        gaps: [...(file.gaps ?? []), ...gaps],
      }),
    ];
  },
});
