import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { bigint, instant, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';

/** 待办事项 — what a reaction of the system was refused: the fact stands, its consequence waits for a person. */
export const followUp = noun({
  name: 'follow-up',
  as: 'followUp',
  path: 'follow-ups',
  title: '待办事项',
  states: { open: '待处理', done: '已处理' },
  columns: {
    title: text('事项'),
    why: text('原因'),
    reaction: text('联动规则').measured(),
    entry: bigint('账本序号'),
    subjectNoun: text('记录种类').measured(),
    subject: uuid('记录'),
    raisedAt: instant('提出时间').measured(),
    doneAt: instant('处理时间').orNull().measured(),
    outcome: text('处理结果').orNull(),
  },
  series: 'DB',
  see: { 'ledger.steward': 'anyone', 'ledger.auditor': 'anyone' },
  filters: ['reaction', 'subject'],
  searched: ['title', 'why'],
});

export const raise = birth(followUp, {
  name: 'raise',
  title: '提出待办',
  about: '系统联动未能完成时，由系统提出',
  may: { 'ledger.steward': 'anyone' },
  hidden: true,
  to: ['open'],
  input: Type.Object({
    title: Type.String({ title: '事项', minLength: 1, maxLength: 200 }),
    why: Type.String({ title: '原因', minLength: 1, maxLength: 500 }),
    reaction: Type.String({ title: '联动规则', maxLength: 100 }),
    entry: Type.String({ title: '账本序号', pattern: '^[0-9]{1,18}$' }),
    subjectNoun: Type.String({ title: '记录种类', maxLength: 100 }),
    subject: Type.String({ title: '记录', format: 'uuid' }),
  }),
  decide: ({ input, now }) => ({ state: 'open', ...input, raisedAt: now }),
});

export const finish = action(followUp, {
  name: 'finish',
  title: '办结待办',
  may: { 'ledger.steward': 'anyone' },
  from: ['open'],
  to: ['done'],
  input: Type.Object({ outcome: Type.String({ title: '处理结果', minLength: 1, maxLength: 200 }) }),
  decide: ({ input, now }) => ({ state: 'done', outcome: input.outcome, doneAt: now }),
});
