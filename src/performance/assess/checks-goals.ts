import { compare, minus, parseFraction, type Fraction } from '#lib/fraction.ts';
import type { Content } from '../evaluation/evaluation.ts';
import { shownFigure } from '../evaluation/figure.ts';
import type { Goal } from '../evaluation/parts.ts';
import type { FigureBook } from './figure-book.ts';
import { decimal, finding, type EvaluationFinding } from './finding.ts';

type Found = readonly EvaluationFinding[];
type Partly = Partial<EvaluationFinding> & Pick<EvaluationFinding, 'id' | 'verdict' | 'calc'>;

/** The number in 100%, 96.5 %, 4次, 不低于95%; undefined when words only. */
function numberIn(text: string): Fraction | undefined {
  const match = /(\d+(?:\.\d+)?)/.exec(text.normalize('NFKC').replaceAll(',', ''));
  return match ? parseFraction(match[1]!) : undefined;
}
/** 不高于5%, ≤3天, 10%以内: less is better. */
const CEILING = /不(?:高于|超过|大于|多于)|[≤<]|以[内下]|控制在/;

/** A finding about this goal, at its place in the form. */
const about = (goal: Goal, book: FigureBook, given: Partly): EvaluationFinding =>
  finding(book, {
    kind: 'target',
    a: goal.target,
    b: goal.actual,
    figures: goal.figure === null ? [] : [goal.figure],
    where: [
      {
        line: 0,
        place: `三、自评情况 ${goal.group} ${goal.name}`,
        text: `目标${goal.target || '未列'}，完成${goal.actual || '未填'}`,
      },
    ],
    ...given,
  });

/** A target on completion in time is not met by completion. */
function basisCheck(goal: Goal, key: string, book: FigureBook): Found {
  const { targetCounts, actualCounts } = goal;
  if (targetCounts === '' || actualCounts === '' || targetCounts === actualCounts) return [];
  const calc = `目标为${targetCounts}，完成情况填的是${actualCounts}，口径不同`;
  return [about(goal, book, { id: `target-basis:${key}`, verdict: 'doubtful', calc })];
}

/** 目标与完成情况. 11297 / 11303 = 99.95 % under a target of 100 % */
function targetCheck(goal: Goal, key: string, book: FigureBook): Found {
  const target = numberIn(goal.target);
  const proven = goal.figure === null ? undefined : book.value(goal.figure);
  const actual = proven ?? numberIn(goal.actual);
  if (!target) {
    const calc = `“${goal.name}”未列可衡量的目标值，无法判断是否完成`;
    return [about(goal, book, { id: `target-none:${key}`, verdict: 'doubtful', calc })];
  }
  if (!actual) {
    const calc = `目标为${goal.target}，完成情况“${goal.actual || '空白'}”没有可对照的数值`;
    return [about(goal, book, { id: `target-words:${key}`, verdict: 'doubtful', calc })];
  }
  const order = compare(actual, target);
  const isShort = CEILING.test(goal.target.normalize('NFKC')) ? order > 0 : order < 0;
  const shown = proven ? shownFigure(book.figure(goal.figure!)) : goal.actual;
  return [
    about(goal, book, {
      id: `target:${key}`,
      verdict: isShort ? 'doubtful' : 'consistent',
      severity: isShort ? 'major' : 'minor',
      a: decimal(target),
      b: decimal(actual),
      difference: decimal(minus(target, actual)),
      calc: `${goal.name}目标${goal.target}，实际${shown}，${isShort ? '未达到目标' : '达到目标'}`,
    }),
  ];
}

export const goalChecks = ({ goals }: Pick<Content, 'goals'>, book: FigureBook): Found =>
  Object.entries(goals).flatMap(([key, goal]) => [
    ...basisCheck(goal, key, book),
    ...(goal.group === '定性目标' ? [] : targetCheck(goal, key, book)),
  ]);
