import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { holding } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { Reason } from '../fields.ts';
import { staffNames, type StaffNames } from './staff.ts';
import { training, TRAINING_POSTS, type Attendee } from './training.ts';

const MAY = { 'people.administrator': 'place' } as const;
const DayField = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
const Score = Type.Integer({ title: '考试成绩', minimum: 0, maximum: 100 });
const AccountField = Type.String({ title: '账号', format: 'uuid', ref: 'account' });
const AttendeesField = Type.Array(Type.Object({ account: AccountField, score: Type.Optional(Score) }), {
  title: '参训人员',
  minItems: 1,
  maxItems: 500,
});

/** Those who attended, each once and by name. Refuses somebody nobody knows. */
function attending(
  all: readonly { readonly account: string; readonly score?: number }[],
  names: StaffNames,
): readonly Attendee[] {
  const at = (n: number, message: string) => ({ fields: [{ path: `attendees.${n}.account`, message }] });
  return all.map(({ account, score }, n) => {
    const name = names.get(account) ?? refuse('people.no-attendee', {}, at(n, '没有这个账号'));
    if (all.findIndex((each) => each.account === account) !== n)
      refuse('people.attendee-twice', { name }, at(n, '列了不止一次'));
    return { account, name, score: score ?? null };
  });
}
const counted = (attendees: readonly Attendee[], passMark: number) => ({
  attendees,
  attended: attendees.length,
  passed: attendees.filter(({ score }) => score !== null && score >= passMark).length,
});

/** 登记培训 — the course as it was held, with the score of each who sat the test. */
export const recordTraining = birth(training, {
  name: 'record',
  title: '登记培训',
  about: '登记岗位培训、参训人员和考试成绩；合格者在有效期内可以上岗受理',
  may: MAY,
  to: ['held'],
  input: Type.Object({
    course: Type.String({ title: '课程', minLength: 2, maxLength: 120, pattern: '\\S' }),
    post: oneOf(TRAINING_POSTS, '培训岗位'),
    place: Type.String({ title: '所属区划（代码）', pattern: '^[0-9]{6,12}$', ref: 'region' }),
    heldOn: DayField('培训日期'),
    validUntil: DayField('有效期至（含当日）'),
    passMark: Type.Integer({ title: '合格分数', minimum: 1, maximum: 100 }),
    attendees: AttendeesField,
  }),
  needs: { names: holding(staffNames) },
  decide({ input, names, now }) {
    if (input.heldOn > dayOf(now)) refuse('people.training-ahead');
    if (input.validUntil < input.heldOn) refuse('people.training-ends');
    const { attendees, ...said } = input;
    return {
      ...said,
      state: 'held',
      course: input.course.trim(),
      ...counted(attending(attendees, names), input.passMark),
    };
  },
});

/** 更正成绩 — a test sat again, or a score typed wrongly. */
export const scoreTraining = action(training, {
  name: 'score',
  title: '登记补考或更正成绩',
  may: MAY,
  from: ['held'],
  to: ['held'],
  input: Type.Object({ account: AccountField, score: Score, reason: Reason }),
  decide({ training: mine, input }) {
    const at = { fields: [{ path: 'account', message: '没有参加这次培训' }] };
    if (!mine.attendees.some(({ account }) => account === input.account))
      refuse('people.no-attendee', {}, at);
    const attendees = mine.attendees.map((each) =>
      each.account === input.account ? { ...each, score: input.score } : each,
    );
    return { state: 'held', ...counted(attendees, mine.passMark) };
  },
});

/** 作废 — recorded by mistake: it makes nobody fit any more. */
export const voidTraining = action(training, {
  name: 'void',
  title: '作废培训',
  may: MAY,
  from: ['held'],
  to: ['void'],
  input: Type.Object({ reason: Reason }),
  decide: ({ input }) => ({ state: 'void', voidBecause: input.reason }),
});
