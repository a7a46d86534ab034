import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';

const OVER = ['completed', 'revoked'] as const;

/** 抽中事后核查 — what a draw took; by the system alone. */
export const markDrawn = action(caseFile, {
  name: 'mark-after-check',
  title: '抽中事后核查',
  may: { 'cases.inspector': 'place' },
  from: OVER,
  to: OVER,
  hidden: true,
  input: Type.Object({}),
  when: (row) => row.isAfterCheck === null,
  decide: ({ caseFile: mine, now }) => ({ state: mine.state, isAfterCheck: true, afterCheckDrawnAt: now }),
});

const FINDINGS = { sound: '办理规范', faulty: '存在问题' } as const;
const isToCheck = (row: CaseFile): boolean => row.isAfterCheck === true && row.afterCheckedAt === null;

/** 登记事后核查 — what was found when somebody else looked; whoever handled it does not look at it. */
export const recordAfterCheck = action(caseFile, {
  name: 'record-after-check',
  title: '登记事后核查',
  about: '对抽中的即办件、村（社区）件登记核查结论；办理人不得自查，存在问题的另行撤销或更正',
  may: { 'cases.inspector': 'place' },
  from: OVER,
  to: OVER,
  input: Type.Object({ result: oneOf(FINDINGS, '核查结论'), finding: Reason('核查情况') }),
  when: isToCheck,
  decide({ caseFile: mine, input, by, now }) {
    refuseConflict(mine, by);
    if ([mine.receivedBy, mine.acceptedBy, mine.decidedBy].includes(by.id)) refuse('cases.own-after-check');
    return {
      state: mine.state,
      afterCheckedAt: now,
      afterCheckedBy: by.id,
      isAfterCheckSound: input.result === 'sound',
      afterCheckFinding: input.finding,
    };
  },
});
