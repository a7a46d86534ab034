import { day, integer, json, text } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';

/** 培训岗位: what a training makes fit for. */
export const TRAINING_POSTS = { undifferentiated: '无差别综合窗口' } as const;
export type TrainingPost = keyof typeof TRAINING_POSTS;

/** Who attended: the account, and the score of the test; null for who did not sit it. */
export interface Attendee {
  readonly account: string;
  readonly name: string;
  readonly score: number | null;
}

/** 岗位培训 — a course with a test, and until when it holds for those who passed. */
export const training = noun({
  name: 'training',
  as: 'training',
  path: 'trainings',
  title: '岗位培训',
  states: { held: '已举办', void: '已作废' },
  columns: {
    course: text('课程'),
    post: text<TrainingPost>('培训岗位').measured(),
    place: text('所属区划').measured(),
    heldOn: day('培训日期').measured(),
    /** The last day on which it holds. */
    validUntil: day('有效期至').measured(),
    passMark: integer('合格分数'),
    attendees: json<readonly Attendee[]>('参训人员'),
    attended: integer('参训人数').measured(),
    passed: integer('合格人数').measured(),
    voidBecause: text('作废原因').orNull(),
  },
  series: 'PX',
  see: { 'people.administrator': 'place', 'ledger.auditor': 'anyone' },
  filters: ['state', 'post', 'place'],
  searched: ['course', 'number'],
});
