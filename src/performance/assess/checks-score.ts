import { compare, fraction, sum, zero } from '#lib/fraction.ts';
import type { ScoreBlock } from '../audit/audit.ts';
import type { Content } from '../evaluation/evaluation.ts';
import type { FrameworkBody } from '../frameworks/row.ts';
import { weightFaults } from '../frameworks/weights.ts';
import { gradeOf, isReachable } from '../rules/index.ts';
import type { FigureBook } from './figure-book.ts';
import { decimal, differs, finding, type EvaluationFinding } from './finding.ts';
import type { RowAssessment } from './score-row.ts';

type Found = readonly EvaluationFinding[];
interface Scoring {
  readonly content: Content;
  readonly book: FigureBook;
  readonly form: Pick<FrameworkBody, 'rows' | 'groups'>;
  readonly rows: readonly RowAssessment[];
  readonly score: ScoreBlock;
}

const sheetPlace = (each: RowAssessment) => [
  { line: 0, place: `评分表 ${each.row.path}`, text: `分值${each.row.full}，自评${each.row.claimed}` },
];

function rowChecks(each: RowAssessment, { book, content }: Scoring): Found {
  const { row, claimed } = each;
  const shared = { touches: row.path, figures: [], where: sheetPlace(each), a: row.claimed };
  const add = (
    id: string,
    given: Partial<EvaluationFinding> & Pick<EvaluationFinding, 'kind' | 'verdict' | 'calc'>,
  ) => finding(book, { ...shared, b: '', ...given, id: `${id}:${row.path}` });
  if (claimed === null)
    return [add('unscored', { kind: 'missing', verdict: 'doubtful', a: '', calc: '本项尚未自评' })];
  if (claimed.num < 0n || compare(claimed, fraction(row.full)) > 0)
    return [
      add('beyond', {
        kind: 'rule',
        verdict: 'contradiction',
        b: row.full,
        calc: `自评${row.claimed}分，不在0至${row.full}分之间`,
      }),
    ];
  const reach = isReachable(each.rule, claimed);
  const unreachable = reach.reachable
    ? []
    : [add('unreachable', { kind: 'rule', verdict: 'contradiction', calc: reach.because })];
  return [...unreachable, ...byStatus(each, add), ...unexplained(each, content, add)];
}
type Add = (
  id: string,
  given: Partial<EvaluationFinding> & Pick<EvaluationFinding, 'kind' | 'verdict' | 'calc'>,
) => EvaluationFinding;

/** 实有 is not 在职: a score that rests on a stand-in is a question, however large the difference. */
function byStatus({ row, missingIds, restsOnStandIn }: RowAssessment, add: Add): Found {
  if (row.status === 'no-figure') {
    const isFull = row.claimed === row.full;
    const calc = `${isFull ? '满分而无数据' : `未得满分而无数据`}：${row.because}`;
    return [
      add('no-figure', {
        kind: 'missing',
        verdict: 'doubtful',
        severity: 'major',
        calc,
        figures: missingIds,
      }),
    ];
  }
  if (row.recomputed === null) return [];
  const verdict = row.status === 'agrees' ? 'consistent' : restsOnStandIn ? 'doubtful' : 'contradiction';
  const severity = row.status === 'agrees' ? 'minor' : 'major';
  const difference = differs(row.claimed, row.recomputed);
  return [add('rule', { kind: 'rule', verdict, severity, b: row.recomputed, difference, calc: row.because })];
}

function unexplained({ row, claimed }: RowAssessment, content: Content, add: Add): Found {
  const reason = content.sheet[row.path]?.reason ?? '';
  if (reason !== '' || !claimed || compare(claimed, fraction(row.full)) === 0) return [];
  const calc = `扣${differs(row.full, row.claimed)}分，未填扣分原因`;
  return [add('reason', { kind: 'missing', verdict: 'doubtful', calc })];
}

function weightChecks({ form, book }: Scoring): Found {
  return weightFaults(form).map((fault) =>
    finding(book, {
      id: `weights:${fault.path}`,
      kind: 'form',
      verdict: 'contradiction',
      a: fault.printed,
      b: fault.added,
      difference: differs(fault.printed, fault.added),
      calc: `${fault.path || '总分'}列明${fault.printed}分，各项分值合计${fault.added}分`,
      figures: [],
    }),
  );
}

function totalChecks({ content, rows, score, book }: Scoring): Found {
  const added = sum(rows.map((each) => each.claimed ?? zero));
  const stated = content.claimedTotal;
  const total =
    stated === null
      ? []
      : [
          finding(book, {
            id: 'sum:score',
            kind: 'sum',
            verdict: compare(fraction(stated), added) === 0 ? 'consistent' : 'contradiction',
            a: stated,
            b: decimal(added),
            difference: differs(stated, decimal(added)),
            calc: `各项自评得分合计${decimal(added)}分，填报总分${stated}分`,
            figures: [],
          }),
        ];
  const grade = content.claimedGrade;
  if (grade === null) return total;
  const byTotal = gradeOf(fraction(stated ?? score.claimed)) ?? '';
  return [
    ...total,
    finding(book, {
      id: 'rule:grade',
      kind: 'rule',
      verdict: byTotal !== '' && grade.startsWith(byTotal) ? 'consistent' : 'contradiction',
      a: grade,
      b: byTotal,
      calc: `${stated ?? score.claimed}分，按${score.grade.scale}，等次为${byTotal}`,
      figures: [],
    }),
  ];
}

export const scoreChecks = (scoring: Scoring): Found => [
  ...scoring.rows.flatMap((each) => rowChecks(each, scoring)),
  ...weightChecks(scoring),
  ...totalChecks(scoring),
];
