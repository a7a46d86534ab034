import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import type { Instant } from '#lib/time.ts';
import { refuse } from '#lib/refusal.ts';
import { CHASE_WAYS } from '../words.ts';

export const Words = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S' });
/** The same of words that may name whom they are about. */
export const TellingWords = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S', mayName: true });
export const Conditions = Type.Array(Words('查看内容', 300), { title: '查看内容', maxItems: 60 });
export const VisitAt = Type.Unsafe<Instant>(Type.String({ title: '约定时间', format: 'date-time' }));
export const ToldHow = oneOf(CHASE_WAYS, '怎样告知申请人');

/** The moment of a visit, which lies ahead. */
export function getAhead(at: Instant, now: Instant): Instant {
  return at > now
    ? at
    : refuse('cases.survey-past', {}, { fields: [{ path: 'visitAt', message: '应晚于现在' }] });
}

/** Who brings a survey about: the window, or the department that decides. */
export const ORGANISES = {
  'cases.clerk': 'place',
  'cases.approver': 'department',
  'cases.decider': 'department',
} as const;
