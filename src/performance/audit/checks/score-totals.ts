import { compare, equal, fraction, minus, sum, toDecimal, zero, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { ScoredSheet } from '../score/block.ts';
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

/** A cell shared by several rows counts once. */
function fullSum(rows: readonly SheetRow[]): Fraction {
  return sum(rows.map((row) => row.full ?? zero));
}

/** A further sheet of the document: its weights and its sum, not its rules. */
export const otherSheet = (sheet: ScoreSheet): readonly Finding[] => [
  ...weights({ sheet }),
  ...scores({ sheet }),
  ...groups({ sheet }),
];

const TEN = fraction(10);
const ASK_EXECUTION = '；是否另有预算执行率10分';
/** Ten points short, and no row for 预算执行率: its ten points may stand where they could not be read. */
const mayLackExecution = ({ rows }: ScoreSheet, short: Fraction): boolean =>
  equal(short, TEN) && !rows.some((row) => row.name.includes('执行率'));

function weights({ sheet }: Sheeted): readonly Finding[] {
  const total = sheet.total?.full;
  const counted = sheet.rows.filter((row) => row.standing !== 'beside');
  if (counted.some((row) => !row.full)) return [];
  const b = fullSum(counted);
  const stated = total?.value ?? fraction(100);
  const others = [fullSum(sheet.rows), fullSum(counted.filter((row) => row.standing === 'counted'))];
  const same = [b, ...others].some((each) => equal(stated, each));
  const asks = !same && mayLackExecution(sheet, minus(stated, b));
  const verdict = same ? 'consistent' : total && !asks ? 'contradiction' : 'doubtful';
  // A part of a form (产出 and 效益 only) need not make a hundred.
  if (verdict === 'doubtful' && !total && compare(b, fraction(100)) < 0) return [];
  const where = [sheet.total?.place ?? sheet.rows[0]?.scorePlace].filter((place) => place !== undefined);
  const calc = `分值合计${toDecimal(stated)}；各行分值之和 = ${toDecimal(b)}${asks ? ASK_EXECUTION : ''}`;
  return [finding({ kind: 'form', verdict, a: stated, b, calc, where })];
}

function scores({ sheet }: Sheeted): readonly Finding[] {
  const total = sheet.total?.claimed;
  if (!sheet.total || !total) return [];
  const unscored = sheet.rows.some((row) => !row.claimed && row.standing === 'counted');
  const scored = sheet.rows.filter((row) => row.claimed);
  const b = sum(scored.map((row) => row.claimed ?? zero));
  const same = equal(total.value, b) || isTotalBeside(sheet, total.value, b);
  if (!same && unscored && compare(b, total.value) < 0) return [];
  const asks = !same && lacksOnlyExecution(sheet, minus(total.value, b));
  const calc = `总分${total.printed}；各行得分之和 = ${toDecimal(b)}${asks ? ASK_EXECUTION : ''}`;
  const where = [sheet.total.place, ...scored.slice(0, 30).map((row) => row.scorePlace)];
  return [
    finding({
      kind: 'sum',
      verdict: same ? 'consistent' : asks ? 'doubtful' : 'contradiction',
      a: total.value,
      b,
      calc,
      where: same ? where.slice(0, 1) : where,
    }),
  ];
}

const lacksOnlyExecution = (sheet: ScoreSheet, short: Fraction): boolean =>
  mayLackExecution(sheet, minus(sheet.total?.full?.value ?? fraction(100), fullSum(sheet.rows))) &&
  compare(short, zero) >= 0 &&
  compare(short, TEN) <= 0;

/** 加分项 may be left out of the total, or lift it no higher than the full mark. */
function isTotalBeside(sheet: ScoreSheet, total: Fraction, all: Fraction): boolean {
  const counted = sheet.rows.filter((row) => row.standing !== 'beside');
  if (counted.length === sheet.rows.length) return false;
  const full = sheet.total?.full?.value ?? fraction(100);
  return (
    equal(total, sum(counted.map((row) => row.claimed ?? zero))) ||
    (equal(total, full) && compare(all, full) > 0)
  );
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
