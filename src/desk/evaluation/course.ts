import type { Evaluation, SignOff } from './model.ts';

export interface CourseStep {
  readonly step: string;
  readonly title: string;
  /** Who takes it, as an office says it. */
  readonly who: string;
  readonly status: 'done' | 'next' | 'later' | 'returned';
  readonly done: SignOff | null;
}
const STEPS = [
  { step: 'scored', title: '完成自评', who: '填报人' },
  { step: 'checked', title: '核对', who: '核对人' },
  { step: 'signed', title: '签发', who: '单位负责人' },
  { step: 'submitted', title: '报送财政', who: '填报人或单位负责人' },
  { step: 'reviewed', title: '财政复核', who: '财政绩效复核人' },
  { step: 'published', title: '公开', who: '单位负责人' },
] as const;
/** Actions that move the evaluation on, as against those that fill it in. */
export const courseActions: ReadonlySet<string> = new Set([
  'submit-self-score',
  'check',
  'sign',
  'submit',
  'review',
  'publish',
  'return',
  'send-back',
]);

/** The course since the evaluation last came back, and before it why it came back. */
export function courseOf({ signOffs }: Pick<Evaluation, 'signOffs'>): readonly CourseStep[] {
  const last = signOffs.findLastIndex((each) => each.step === 'returned');
  const round = signOffs.slice(last + 1);
  const back = signOffs[last];
  const returned: readonly CourseStep[] = back
    ? [{ step: 'returned', title: '已退回修改', who: back.name, status: 'returned', done: back }]
    : [];
  const doneAt = STEPS.map(({ step }) => round.findLast((each) => each.step === step) ?? null);
  const next = doneAt.indexOf(null);
  const status = (at: number): CourseStep['status'] => (doneAt[at] ? 'done' : at === next ? 'next' : 'later');
  return [...returned, ...STEPS.map((each, at) => ({ ...each, status: status(at), done: doneAt[at]! }))];
}
