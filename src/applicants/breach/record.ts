import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { applicant } from '../applicant/applicant.ts';
import { On, Reference } from '../fields.ts';
import { breach, MAY } from './breach.ts';

/** 登记失信 — with the day, what happened and who says so. */
export const recordBreach = birth(breach, {
  name: 'record',
  title: '登记失信',
  may: MAY,
  to: ['unrepaired'],
  input: Type.Object({
    applicant: Reference('applicant', '申请人'),
    occurredOn: On('失信日期'),
    reason: Type.String({ title: '事由', minLength: 4, maxLength: 1000, keep: 'prose' }),
    source: Type.String({ title: '来源（文书、系统）', minLength: 2, maxLength: 200 }),
  }),
  needs: {
    whose: find(applicant, ({ input }: { readonly input: { readonly applicant: string } }) => ({
      id: input.applicant,
    })),
  },
  decide({ input, whose, now }) {
    if (!whose)
      refuse('applicants.no-applicant', {}, { fields: [{ path: 'applicant', message: '没有这个申请人' }] });
    if (input.occurredOn > dayOf(now)) refuse('applicants.breach-day', { why: '还没有到' });
    return { state: 'unrepaired', ...input };
  },
});
