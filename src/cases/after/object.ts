import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { objection } from './objection.ts';

const OBJECTABLE = ['accepted', 'suspended', 'granted', 'refused', 'issued', 'completed'] as const;

/** 登记异议 — from the acceptance on, by whoever is touched; the clocks go on, the department answers before it grants. */
export const object = action(caseFile, {
  name: 'object',
  title: '登记异议',
  about: '登记利害关系人的异议并转审批部门答复；不影响办理时限',
  may: { 'cases.clerk': 'place', 'cases.decider': 'department' },
  from: OBJECTABLE,
  to: OBJECTABLE,
  input: Type.Object({
    objector: Type.String({ title: '异议人', minLength: 1, maxLength: 120, pattern: '\\S', keep: 'never' }),
    phone: Type.Optional(
      Type.String({
        title: '联系电话',
        pattern: '^\\+?[0-9][0-9 ()-]{5,19}$',
        wrong: '应为手机或固定电话号码，如 0730-1234567',
        keep: 'never',
      }),
    ),
    interest: Reason('利害关系'),
    statement: Reason('异议内容'),
  }),
  decide: ({ caseFile: mine, input, now }) => [
    {
      state: mine.state,
      objections: (mine.objections ?? 0) + 1,
      openObjections: (mine.openObjections ?? 0) + 1,
    },
    create(objection, {
      state: 'registered',
      caseId: mine.id,
      caseNumber: mine.number,
      itemName: mine.itemName,
      department: mine.department,
      place: mine.place,
      objector: { plain: input.objector.trim() },
      phone: input.phone === undefined ? null : { plain: input.phone.trim() },
      interest: input.interest,
      statement: input.statement,
      raisedAt: now,
    }),
  ],
});

/** 答复异议 — in writing. What it upholds is done by the actions of the case: refuse, correct or revoke. */
export const answerObjection = action(objection, {
  name: 'answer',
  title: '答复异议',
  about: '写明是否成立和理由；成立的另行作出不予、更正或撤销决定',
  may: { 'cases.decider': 'department' },
  from: ['registered'],
  to: ['upheld', 'dismissed'],
  input: Type.Object({
    result: oneOf({ upheld: '异议成立', dismissed: '异议不成立' }, '答复结论'),
    answer: Reason('答复'),
  }),
  decide({ caseFile: file, input, by, now }) {
    refuseConflict(file, by);
    return [
      { state: input.result, answer: input.answer, answeredAt: now, answeredBy: by.id },
      change(caseFile, file, { openObjections: Math.max(0, (file.openObjections ?? 1) - 1) }),
    ];
  },
});
