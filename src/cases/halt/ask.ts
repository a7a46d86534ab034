import { Type, type Static } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { UNDECIDED } from '../words.ts';
import { SUSPENSIONS, TERMINATIONS, type AskedHalt } from './words.ts';

const MAY = { 'cases.approver': 'department', 'cases.decider': 'department' } as const;
const Why = {
  reason: Reason('事实和理由'),
  basis: Type.String({ title: '法律依据', minLength: 4, maxLength: 300, pattern: '\\S' }),
  noticeNumber: Type.String({ title: '书面告知文号', minLength: 2, maxLength: 60, pattern: '\\S' }),
};
const WhySchema = Type.Object(Why);

interface Asking {
  readonly caseFile: CaseFile;
  readonly input: Static<typeof WhySchema>;
  readonly by: { readonly id: string };
  readonly now: Instant;
}
type Wish = Pick<AskedHalt, 'what' | 'ground' | 'until' | 'condition'>;
/** What is asked for, as it waits for another person. Refuses a second one beside it. */
function asked({ caseFile: mine, input, by, now }: Asking, wish: Wish): AskedHalt {
  refuseConflict(mine, by);
  if (mine.askedHalt !== null)
    refuse('cases.halt-pending', { what: mine.askedHalt.what === 'suspend' ? '中止' : '终止' });
  const { reason, basis, noticeNumber } = input;
  return {
    ...wish,
    reason,
    basis: basis.trim(),
    noticeNumber: noticeNumber.trim(),
    askedAt: now,
    askedBy: by.id,
  };
}

/** 提出中止 — on a ground of the list, with its basis, a written notice, and an end or what must happen to go on. */
export const askSuspension = action(caseFile, {
  name: 'ask-suspension',
  title: '提出中止',
  about: '写明中止情形、依据、书面告知文号，以及到哪一天或出现什么情况恢复；由另一人批准后中止',
  may: MAY,
  from: ['accepted'],
  to: ['accepted'],
  input: Type.Object({
    ground: oneOf(SUSPENSIONS, '中止情形'),
    ...Why,
    until: Type.Optional(Type.Unsafe<Day>(Type.String({ title: '预计恢复日期', format: 'date' }))),
    condition: Type.Optional(
      Type.String({
        title: '恢复办理的条件',
        minLength: 4,
        maxLength: 300,
        pattern: '\\S',
        mayName: true,
      }),
    ),
  }),
  decide(given) {
    const { input, now } = given;
    const { until = null, condition } = input;
    const fields = [{ path: 'until', message: '应晚于今天' }];
    if ((until === null && condition === undefined) || (until !== null && until <= dayOf(now)))
      refuse('cases.halt-no-end', {}, { fields });
    const wish = { until, condition: condition?.trim() ?? null, ground: SUSPENSIONS[input.ground] };
    return { state: 'accepted', askedHalt: asked(given, { what: 'suspend', ...wish }) };
  },
});

/** 提出终止 — of an accepted case that can no longer be decided; on a ground of the list, with its basis. */
export const askTermination = action(caseFile, {
  name: 'ask-termination',
  title: '提出终止',
  about: '已受理而无法再作决定的，写明法定情形和依据，由另一人终止办理',
  may: MAY,
  from: [...UNDECIDED],
  to: [...UNDECIDED],
  input: Type.Object({ ground: oneOf(TERMINATIONS, '终止情形'), ...Why }),
  decide(given) {
    const { caseFile: mine, input } = given;
    if (input.ground === 'false-promise' && mine.acceptance !== 'committed') refuse('cases.wrong-ground');
    const wish = { until: null, condition: null, ground: TERMINATIONS[input.ground] };
    return { state: mine.state, askedHalt: asked(given, { what: 'terminate', ...wish }) };
  },
});

/** 不予中止、终止 — the case goes on; also for whoever asked by mistake. */
export const declineHalt = action(caseFile, {
  name: 'decline-halt',
  title: '不同意中止、终止',
  about: '不同意已提出的中止或终止，或由提出人收回；办理照常继续',
  may: { 'cases.head': 'department', ...MAY },
  from: [...UNDECIDED],
  to: [...UNDECIDED],
  input: Type.Object({ reason: Reason() }),
  when: (row) => row.askedHalt !== null,
  decide({ caseFile: mine, by }) {
    refuseConflict(mine, by);
    return { state: mine.state, askedHalt: null };
  },
});
