import { compare, plus, sum, zero } from '#lib/fraction.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { bracketGroups } from './bracket-groups.ts';
import { sumCloseness } from './closeness.ts';
import { isCompared } from './growth-pairs.ts';
import { areMarksOfEach } from './marks-of-each.ts';
import { endsList } from './list-ends.ts';
import { isClosed, isParallel, saysTotal } from './part-words.ts';

/** A whole and what a sentence says it consists of. */
export interface SumGroup {
  readonly whole: Statement;
  readonly parts: readonly Statement[];
  /** 其中 stands before the parts, or they stand in brackets. */
  readonly opens: boolean;
  /** The text leaves no room for anything else. */
  readonly exhaustive: boolean;
  /** The parts are of one kind and do not overlap. */
  readonly parallel: boolean;
}

const MOST = 40;

/** Every whole with parts, sentence by sentence. */
export const groupsIn = (statements: readonly Statement[]): readonly SumGroup[] =>
  runsOf(statements)
    .flatMap(unglued)
    .flatMap(groupsOfRun)
    .filter((group) => !areMarksOfEach(group));

/** Levels of one paragraph that can be added. Each run holds one sentence, or two when the second begins with 其中. */
function runsOf(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const runs: Statement[][] = [];
  let last: Statement | undefined;
  for (const statement of statements) {
    const { dimension } = statement.figure.unit;
    if (statement.role !== 'level' || !['count', 'money', 'score'].includes(dimension)) continue;
    if (dimension === 'score' && /满分|分值|权重|扣|标准/.test(statement.subject)) continue;
    if (/日均|月均|人均|户均|平均|单价|每[^，,]{1,6}造价/.test(statement.subject) || isCompared(statement))
      continue;
    const follows =
      last?.paragraph === statement.paragraph &&
      (last.sentence === statement.sentence || (statement.opens && last.sentence + 1 === statement.sentence));
    const run = runs.at(-1);
    if (follows && run && run.length < MOST) run.push(statement);
    else runs.push([statement]);
    last = statement;
  }
  return runs.filter((run) => run.length >= 3);
}

/** 城市20户31人、农村8户12人: two lists in two units. */
function unglued(run: readonly Statement[]): readonly (readonly Statement[])[] {
  if (!run.some((each, at) => run[at - 1]?.end === each.start)) return [run];
  const units = [...new Set(run.map(({ figure }) => figure.unit.text))];
  return units.map((unit) => run.filter(({ figure }) => figure.unit.text === unit));
}

function groupsOfRun(run: readonly Statement[]): readonly SumGroup[] {
  const inside = new Set<Statement>();
  /** What a later 其中 details: 支出290万元，其中… is a whole of its own, not one more part of the budget before it. */
  const detailed = new Set<Statement>();
  const groups = bracketGroups(run, inside);
  const flat = run.filter((each) => !inside.has(each));
  // From the last to the first: what an inner 其中 details is no part of the outer sum.
  for (let at = flat.length - 2; at >= 1; at -= 1) {
    const group = flat[at]?.opens === true ? openGroup(flat, at, { inside, detailed }) : undefined;
    if (group) keep(group);
  }
  for (let at = flat.length - 3; at >= 0; at -= 1) {
    const group = inside.has(flat[at] as Statement) ? undefined : plainGroup(flat, at, inside);
    if (group) keep(group);
  }
  return groups;

  function keep(group: SumGroup): void {
    groups.push(group);
    detailed.add(group.whole);
    for (const part of group.parts) inside.add(part);
  }
}

const sameKind = (a: Statement, b: Statement): boolean => a.figure.unit.dimension === b.figure.unit.dimension;

/** Parts after 其中, and the whole they go back to. */
function openGroup(
  flat: readonly Statement[],
  at: number,
  {
    inside,
    detailed,
  }: { readonly inside: ReadonlySet<Statement>; readonly detailed: ReadonlySet<Statement> },
): SumGroup | undefined {
  const first = flat[at] as Statement;
  const run = flat.slice(at).filter((each) => !inside.has(each) && sameKind(each, first));
  const next = run.findIndex((part, index) => index > 0 && part.opens);
  const rest = next < 0 ? run : run.slice(0, next);
  if (rest.length < 2) return undefined;
  const wholes = wholesBefore(flat, at);
  const own = rest.slice(
    0,
    Math.max(
      0,
      rest.findIndex((each) => detailed.has(each)),
    ),
  );
  for (const whole of wholes)
    if (own.length >= 2 && holds(whole, own))
      return { whole, parts: own, opens: true, exhaustive: true, parallel: true };
  for (const whole of wholes.toReversed()) {
    const group = groupFor(whole, rest, true);
    if (group?.exhaustive === true && holds(whole, group.parts)) return group;
  }
  // 编制30人，实有28人，其中行政编制18人、事业编制12人: the parts are of the one they add up to.
  for (const whole of flat.slice(0, at).filter((each) => isAlike(each, first))) {
    if (holds(whole, rest)) return { whole, parts: rest, opens: true, exhaustive: true, parallel: true };
  }
  const [one, ...others] = wholes;
  const whole =
    one && others.every(({ figure }) => compare(figure.value, one.figure.value) === 0)
      ? wholes.at(-1)
      : wholes.filter(saysTotal).length === 1
        ? wholes.find(saysTotal)
        : undefined;
  return whole && groupFor(whole, rest, true);
}

const isAlike = (each: Statement, part: Statement): boolean =>
  each.sentence === part.sentence &&
  each.depth <= part.depth &&
  each.figure.unit.text === part.figure.unit.text;

/** The statement right before, or both that 和 joins; where 其中 begins a sentence, any of the sentence before. */
function wholesBefore(flat: readonly Statement[], at: number): readonly Statement[] {
  const part = flat[at] as Statement;
  const before = flat.slice(0, at).filter((each) => sameKind(each, part) && each.depth <= part.depth);
  const near = before.filter((each) => each.sentence === part.sentence);
  const last = near.at(-1);
  if (!last) return before.filter((each) => each.sentence === before.at(-1)?.sentence);
  const joined = near.at(-2);
  if (
    joined &&
    (last.mark === '' || last.mark === '、') &&
    !last.opens &&
    joined.figure.unit.text === last.figure.unit.text
  ) {
    return [
      {
        ...last,
        figure: { ...last.figure, value: sum([joined.figure.value, last.figure.value]), approximate: true },
      },
    ];
  }
  return [last];
}

/** 共100件，直接办理60件，转办40件: no word opens the list, the sum itself shows it. */
function plainGroup(
  flat: readonly Statement[],
  at: number,
  inside: ReadonlySet<Statement>,
): SumGroup | undefined {
  const whole = flat[at] as Statement;
  // Scores are listed in any order; only 其中 makes them parts.
  if (whole.figure.unit.dimension === 'score') return undefined;
  const rest = flat.slice(at + 1).filter((each) => !inside.has(each) && sameKind(each, whole));
  const next = rest.findIndex((part) => part.opens);
  const run = next < 0 ? rest : rest.slice(0, next);
  return run.length < 2 ? undefined : groupFor(whole, run, false);
}

function groupFor(whole: Statement, run: readonly Statement[], opens: boolean): SumGroup | undefined {
  const listed = listOf(run, opens, whole);
  const parallel = listed.length >= 2 && isParallel(listed, whole);
  // Money from several sources is one list; people in post may be followed by those retired.
  const least = opens && parallel && whole.figure.unit.dimension === 'money' ? listed.length : 2;
  const reach = reachOf(whole, run);
  for (let count = least; count <= reach; count += 1) {
    const parts = run.slice(0, count);
    const big = opens || saysTotal(whole) || whole.figure.value.num >= 100n * whole.figure.value.den;
    if (big && holds(whole, parts)) return { whole, opens, parts, exhaustive: true, parallel: true };
  }
  if (listed.length < 2) return undefined;
  const closed = isClosed(whole, listed, opens);
  return closed || opens ? { whole, opens, parts: listed, exhaustive: closed, parallel } : undefined;
}

/** How many of the run can be parts: none above the whole, and not far more than the whole together. */
function reachOf(whole: Statement, run: readonly Statement[]): number {
  let together = zero;
  const past = run.findIndex((part) => {
    together = plus(together, part.figure.value);
    const { value } = whole.figure;
    return compare(part.figure.value, value) > 0 || compare(together, plus(value, value)) > 0;
  });
  return past < 0 ? run.length : past;
}

const holds = (whole: Statement, parts: readonly Statement[]): boolean => {
  const figures = parts.map((part) => part.figure);
  const fits = sumCloseness(whole.figure, figures).verdict !== 'contradiction';
  return fits && figures.every((figure) => compare(figure.value, whole.figure.value) <= 0);
};

/** The list goes on while the marks between its members stay the same. */
function listOf(run: readonly Statement[], opens: boolean, whole: Statement): readonly Statement[] {
  const [first] = run;
  const parts = run.slice(0, 1);
  for (const part of run.slice(1)) {
    const mark = parts[1]?.mark;
    const same = part.figure.unit.text === first?.figure.unit.text || part.figure.unit.dimension === 'money';
    if (
      !same ||
      part.sentence !== first?.sentence ||
      (mark !== undefined && part.mark !== mark && part.mark !== '')
    )
      break;
    if (saysTotal(part) && /^(?:全|共|总)/.test(tight(part.subject))) break;
    // 收入862.40万元，其中财政拨款848.40万元；全年支出851.10万元: what goes out is no part of what came in.
    if (endsList(whole, parts, part)) break;
    parts.push(part);
  }
  return opens || whole.sentence === first?.sentence ? parts : [];
}
