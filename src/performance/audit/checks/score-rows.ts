import { compare, divide, fraction, toDecimal, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { ScoredSheet } from '../score/block.ts';
import type { EvaluatedRow } from '../score/evaluate.ts';
import { said } from '../text/figure.ts';

/** Each row of the score sheet against its own rule. */
export const scoreRows = (scored: ScoredSheet): readonly Finding[] =>
  scored.rows.flatMap((row) => [...rowFinding(row), ...otherRate(row), ...formFaults(row)]);

function rowFinding(each: EvaluatedRow): readonly Finding[] {
  if (each.unreachable !== '') return [unreachable(each)];
  switch (each.status) {
    case 'agrees':
      return [ruleFinding(each, 'consistent')];
    case 'contradicts':
      return [ruleFinding(each, each.question === '' ? 'contradiction' : 'doubtful')];
    case 'no-figure':
      return [withoutFigure(each)];
    case 'judged':
      return lostWithoutReason(each);
  }
}

function ruleFinding(each: EvaluatedRow, verdict: Finding['verdict']): Finding {
  const { row, claimed, recomputed } = each;
  const ask = each.question === '' ? '' : `；请说明：${each.question}`;
  const calc = `${row.name}自评${toDecimal(claimed)}分；按评分标准：${each.because}${ask}`;
  const where = [row.scorePlace, ...each.inputs.flatMap((input) => input.places)];
  return finding({
    kind: 'rule',
    verdict,
    a: claimed,
    b: recomputed ?? claimed,
    calc,
    touches: row.path,
    where,
  });
}

/** 满分而无数据: a finding of its own, never a wrong score. */
function withoutFigure(each: EvaluatedRow): Finding {
  const { row, claimed } = each;
  const b = impliedText(each);
  const calc = `${row.name}自评${toDecimal(claimed)}分；${each.because}；请提供数据`;
  return finding({
    kind: 'missing',
    verdict: 'doubtful',
    a: toDecimal(claimed),
    b,
    calc,
    touches: row.path,
    where: [row.scorePlace, row.place],
  });
}

/** The rate a lower score implies, in per cent: 2 of 3 is 95. */
function impliedText({ implied }: EvaluatedRow): string {
  const end = implied?.high ?? implied?.low;
  if (!end || implied?.metric.unit !== 'percent') return '';
  return toDecimal(divide(end.v, fraction('0.01')), 2);
}

function unreachable(each: EvaluatedRow): Finding {
  const { row, claimed } = each;
  const calc = `${row.name}自评${toDecimal(claimed)}分；${each.unreachable}`;
  return finding({
    kind: 'rule',
    verdict: 'contradiction',
    a: toDecimal(claimed),
    b: '',
    calc,
    touches: row.path,
    where: [row.scorePlace, row.place],
  });
}

/** Points were taken off and no word says why. */
function lostWithoutReason({ row, claimed }: EvaluatedRow): readonly Finding[] {
  const full: Fraction | undefined = row.full;
  if (!full || row.shared || compare(claimed, full) >= 0 || row.reason !== '' || row.rule === '') return [];
  const calc = `${row.name}分值${toDecimal(full)}分，自评${toDecimal(claimed)}分，未写扣分原因；请说明`;
  return [
    finding({
      kind: 'missing',
      verdict: 'doubtful',
      severity: 'minor',
      a: claimed,
      b: full,
      calc,
      touches: row.path,
      where: [row.scorePlace],
    }),
  ];
}

/** 实际值102.5%, where 在职78人 and 编制80人 stand elsewhere. */
function otherRate({ row, beside }: EvaluatedRow): readonly Finding[] {
  if (!beside) return [];
  const b = toDecimal(beside.computed, Math.max(2, beside.stated.decimals));
  const calc = `${row.name}的实际值${said(beside.stated)}；按文中数据，${beside.working}；请说明计算口径`;
  return [
    finding({
      kind: 'rate',
      verdict: 'doubtful',
      a: beside.stated.printed,
      b,
      calc,
      touches: row.path,
      where: beside.places,
    }),
  ];
}

/** Gaps and overlaps of printed bands: a fault of the form, never of the department. */
const formFaults = ({ row, parsed }: EvaluatedRow): readonly Finding[] =>
  (parsed?.faults ?? []).map((fault) =>
    finding({
      kind: 'form',
      verdict: 'doubtful',
      severity: 'minor',
      a: fault.text,
      b: '',
      calc: `${row.name}的评分标准：${fault.text}`,
      touches: row.path,
      where: [row.place],
    }),
  );
