import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { Evaluation } from './evaluation.ts';
import type { SignOff, Step } from './parts.ts';
import '../refusals.ts';

/** Separation of duties: who wrote may not check, who wrote or checked may not sign, who signed may not review. */
export function refuseOwnWork(
  evaluation: Pick<Evaluation, 'writers' | 'signOffs'>,
  by: Person,
  title: string,
): void {
  if (evaluation.writers.includes(by.id)) refuse('performance.own-work', { step: '填报', title });
  const mine = round(evaluation.signOffs).find((each) => each.person === by.id && each.step in STEPS);
  if (mine) refuse('performance.own-work', { step: STEPS[mine.step]!, title });
}
const STEPS: Readonly<Partial<Record<Step, string>>> = { scored: '自评', checked: '核对', signed: '签发' };

/** Sign-offs since the evaluation last came back: a return begins a new round. */
function round(signOffs: readonly SignOff[]): readonly SignOff[] {
  return signOffs.slice(signOffs.findLastIndex((each) => each.step === 'returned') + 1);
}

export const signOff = (step: Step, by: Person, at: Instant, opinion = ''): SignOff => ({
  step,
  person: by.id,
  name: by.name,
  at,
  opinion,
});
