import type { TaskState } from '#desk/components/marks.ts';
import type { Evaluation, Finding } from './model.ts';

/** A part of the work on an evaluation: how far it is, and how many places are still open. */
export interface Section {
  readonly page: string;
  readonly title: string;
  readonly state: TaskState;
  readonly open: number;
}
type Content = Pick<Evaluation, 'assessment' | 'figures' | 'goals' | 'sheet' | 'answers' | 'state'>;

/** Not the unit's to answer any more, or answered. */
const isOpen = (finding: Finding, answers: Evaluation['answers']): boolean =>
  finding.verdict !== 'consistent' && (finding.id === undefined || answers[finding.id] === undefined);

const isChecked = (state: string): boolean => !['draft', 'self-scored'].includes(state);

function stateOf(
  of: { readonly conflicts: number; readonly lacks: number; readonly filled: number },
  state: string,
): TaskState {
  if (of.filled === 0) return 'untouched';
  if (of.conflicts > 0) return 'conflicting';
  if (of.lacks > 0) return 'lacking';
  return isChecked(state) ? 'checked' : 'filled';
}

/** The task list of one evaluation. What belongs to a goal is counted there, everything else among the findings. */
export function sections(content: Content): readonly Section[] {
  const { assessment, figures, goals, sheet, answers, state } = content;
  const open = assessment.findings.filter((each) => isOpen(each, answers) && each.kind !== 'missing');
  const [ofGoals, others] = [
    open.filter((each) => each.kind === 'target'),
    open.filter((each) => each.kind !== 'target'),
  ];
  const count = (some: readonly Finding[], verdict: Finding['verdict']): number =>
    some.filter((each) => each.verdict === verdict).length;
  const part = (page: string, title: string, of: Parameters<typeof stateOf>[0]): Section => ({
    page,
    title,
    state: stateOf(of, state),
    open: of.conflicts + of.lacks,
  });
  const scored = Object.values(sheet).filter((each) => each.points !== null).length;
  return [
    part('figures', '数据', {
      conflicts: 0,
      lacks: assessment.missing.length,
      filled: Object.values(figures).filter((each) => each.value !== null).length,
    }),
    part('goals', '绩效目标', {
      conflicts: count(ofGoals, 'contradiction'),
      lacks: count(ofGoals, 'doubtful'),
      filled: Object.keys(goals).length,
    }),
    part('sheet', '自评得分', {
      conflicts: assessment.demandReason.length,
      lacks: assessment.unscored.length,
      filled: scored,
    }),
    part('findings', '问题答复', {
      conflicts: count(others, 'contradiction'),
      lacks: count(others, 'doubtful') + count(others, 'rounding'),
      filled: scored,
    }),
  ];
}
export const openPlaces = (all: readonly Section[]): number =>
  all.reduce((total, each) => total + each.open, 0);
