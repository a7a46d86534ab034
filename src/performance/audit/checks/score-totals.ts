import { compare, equal, fraction, minus, toDecimal, zero } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { ScoredSheet } from '../score/block.ts';
import { fullSum, mayLackExecution, rowSumOf } from '../score/row-sum.ts';
import type { Group, ScoreSheet, SheetRow } from '../score/sheet.ts';

interface Sheeted {
  readonly sheet: ScoreSheet;
}

/** Weights, scores, groups and the grade of a score sheet. */
export const scoreTotals = (scored: ScoredSheet): readonly Finding[] => [
  ...weights(scored),
  ...scores(scored),
  ...groups(scored),
  ...statedTwice(scored),
  ...grade(scored),
];

/** A further sheet of the document: its weights and its sum, not its rules. */
export const otherSheet = (sheet: ScoreSheet): readonly Finding[] => [
  ...weights({ sheet }),
  ...scores({ sheet }),
  ...groups({ sheet }),
];

const ASK_EXECUTION = '；是否另有预算执行率10分';
/** The usual form of a project has these ten points in its upper half, where no sheet is. */
const MAYBE_ABOVE = { severity: 'minor' } as const;

function weights({ sheet }: Sheeted): readonly Finding[] {
  const total = sheet.total?.full;
  const counted = sheet.rows.filter((row) => row.standing !== 'beside');
  if (counted.some((row) => !row.full)) return [];
  const b = fullSum(counted);
  const stated = total?.value ?? fraction(100);
  const others = [fullSum(sheet.rows), fullSum(counted.filter((row) => row.standing === 'counted'))];
  const same = [b, ...others].some((each) => equal(stated, each));
  const asks = !same && mayLackExecution(sheet, minus(stated, b));
  const isSaid = asks && sheet.total?.withExecution === true;
  const verdict = same || isSaid ? 'consistent' : total && !asks ? 'contradiction' : 'doubtful';
  // A part of a form (产出 and 效益 only) need not make a hundred.
  if (verdict === 'doubtful' && !total && compare(b, fraction(100)) < 0) return [];
  const where = [sheet.total?.place ?? sheet.rows[0]?.scorePlace].filter((place) => place !== undefined);
  const calc = `分值合计${toDecimal(stated)}；各行分值之和 = ${toDecimal(b)}${asks && !isSaid ? ASK_EXECUTION : ''}`;
  const severity = asks ? MAYBE_ABOVE : {};
  return [finding({ kind: 'form', verdict, ...severity, a: stated, b, calc, where })];
}

function scores({ sheet }: Sheeted): readonly Finding[] {
  const total = sheet.total?.claimed;
  const rows = rowSumOf(sheet);
  if (!sheet.total || !total || !rows || rows.fit === 'open') return [];
  const { sum: b, fit } = rows;
  const scored = sheet.rows.filter((row) => row.claimed);
  const calc = `总分${total.printed}；各行得分之和 = ${toDecimal(b)}${fit === 'asks' ? ASK_EXECUTION : ''}`;
  const where = [sheet.total.place, ...scored.slice(0, 30).map((row) => row.scorePlace)];
  return [
    finding({
      kind: 'sum',
      verdict: fit === 'same' ? 'consistent' : fit === 'asks' ? 'doubtful' : 'contradiction',
      ...(fit === 'asks' ? MAYBE_ABOVE : {}),
      a: total.value,
      b,
      calc,
      where: fit === 'same' ? where.slice(0, 1) : where,
    }),
  ];
}

interface Members {
  readonly group: Group;
  readonly path: string;
  readonly rows: SheetRow[];
}

/** 过程（40分） against the rows below it; a group repeated after a page break is one group. */
function groups({ sheet }: Sheeted): readonly Finding[] {
  // With a row lost in a dump every group above it looks too light.
  const whole = equal(fullSum(sheet.rows), sheet.total?.full?.value ?? fraction(100));
  if (!whole || !sheet.tables.every((table) => table.certain)) return [];
  const byPath = new Map<string, Members>();
  for (const row of sheet.rows) {
    for (const [at, group] of row.groups.entries()) {
      const path = row.groups
        .slice(0, at + 1)
        .map((each) => each.name)
        .join('/');
      const members = byPath.get(path) ?? { group, path, rows: [] };
      members.rows.push(row);
      byPath.set(path, members);
    }
  }
  return [...byPath.values()].flatMap(groupFinding);
}

function groupFinding({ group, path, rows }: Members): readonly Finding[] {
  if (!group.weight || rows.some((row) => !row.full)) return [];
  const b = fullSum(rows);
  const verdict = equal(group.weight, b) ? 'consistent' : 'contradiction';
  const parts = rows.map((row) => `${row.name}${toDecimal(row.full ?? zero)}`).join(' + ');
  const calc = `${path}标明${toDecimal(group.weight)}分；${parts} = ${toDecimal(b)}分`;
  const where = [
    { line: group.line, place: `评分表 / ${path}`, text: group.name },
    ...rows.slice(0, 20).map((row) => row.scorePlace),
  ];
  return [
    finding({
      kind: 'form',
      verdict,
      a: group.weight,
      b,
      calc,
      where: verdict === 'consistent' ? where.slice(0, 1) : where,
    }),
  ];
}

/** The same total in the sheet, beside 综合得分 and in the narrative. */
function statedTwice({ totals }: ScoredSheet): readonly Finding[] {
  const [first, ...others] = totals;
  if (!first) return [];
  return others.map((other) => {
    const verdict = equal(first.value, other.value) ? 'consistent' : 'contradiction';
    const calc = `综合得分：第${first.place.line}行为${toDecimal(first.value)}，第${other.place.line}行为${toDecimal(other.value)}`;
    return finding({
      kind: 'equal',
      verdict,
      a: other.value,
      b: first.value,
      calc,
      where: [other.place, first.place],
    });
  });
}

/** The grade beside the total it was given for, and beside the total that is left. */
function grade({ grade, gradeByClaim, block, claimed, recomputed }: ScoredSheet): readonly Finding[] {
  if (!grade) return [];
  const own = block.grade;
  const byClaim = gradeByClaim;
  const found: Finding[] = [];
  if (byClaim !== undefined) {
    const verdict = byClaim === grade.grade ? 'consistent' : 'contradiction';
    const calc = `自评${toDecimal(claimed)}分，等次“${grade.grade}”；按${own.scale}，应为“${byClaim}”`;
    found.push(finding({ kind: 'rule', verdict, a: grade.grade, b: byClaim, calc, where: [grade.place] }));
  }
  if (own.recomputed && own.recomputed !== grade.grade && compare(minus(claimed, recomputed), zero) > 0) {
    const calc = `按评分标准重新计算为${toDecimal(recomputed)}分，等次为“${own.recomputed}”；自评等次“${grade.grade}”（${own.scale}）`;
    found.push(
      finding({
        kind: 'rule',
        verdict: 'doubtful',
        a: grade.grade,
        b: own.recomputed,
        calc,
        where: [grade.place],
      }),
    );
  }
  return found;
}
