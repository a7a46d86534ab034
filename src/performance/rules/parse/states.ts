import { compare, equal, fraction, sum } from '#lib/fraction.ts';
import { metricNamed } from '../metrics.ts';
import type { Metric, Op, State, States, Test } from '../rule.ts';
import { pointsOf, takenBy } from './award.ts';
import { hasLimits } from './clauses.ts';
import { condition } from './condition.ts';
import { fullFault, type Draft, type Source } from './draft.ts';
import { plain } from './text.ts';

const COMPARES: readonly (readonly [string, Op])[] = [
  ['不超过', '<='],
  ['未超过', '<='],
  ['没有超过', '<='],
  ['不超出', '<='],
  ['未超出', '<='],
  ['不高于', '<='],
  ['不大于', '<='],
  ['小于等于', '<='],
  ['≤', '<='],
  ['不低于', '>='],
  ['不少于', '>='],
  ['≥', '>='],
  ['超过', '>'],
  ['超出', '>'],
  ['高于', '>'],
  ['大于', '>'],
  ['>', '>'],
  ['低于', '<'],
  ['小于', '<'],
  ['少于', '<'],
  ['<', '<'],
  ['等于', '='],
  ['=', '='],
];

/** Reads `无结余，3分；有结余但不超过上年结转，2分；结余超过上年结转，不得分`: states that exclude each other. */
export function readStates(
  source: Source,
  given?: readonly { readonly body: string; readonly award: Parameters<typeof pointsOf>[0] }[],
): Draft | undefined {
  const { notes } = source.clauses;
  const statements = given ?? source.clauses.statements;
  if (statements.length < 2 || notes.length > 0 || hasLimits(source.clauses)) return undefined;
  const states = statements.map((each): State | undefined => {
    // 有投诉一起扣1分 adds up; only a state's own points exclude the others
    const points =
      takenBy(each.award, source.full) === undefined ? pointsOf(each.award, source.full) : undefined;
    if (points === undefined || fraction(points).num < 0n || !isState(each.body)) return undefined;
    const when = testsIn(each.body, source.name);
    return { text: plain(each.body), points, ...(when && { when }) };
  });
  if (!states.every((each) => each !== undefined)) return undefined;
  const most = states.reduce((a, b) => (compare(fraction(b.points), fraction(a.points)) > 0 ? b : a)).points;
  if (!excludeEachOther(states, source.full, given !== undefined)) return undefined;
  const partly = states.some((each) => each.when) && !states.every((each) => each.when);
  const rule: States = {
    kind: 'states',
    states: partly ? states.map(({ text, points }) => ({ text, points })) : states,
    full: most,
  };
  return {
    rule,
    readings: partly ? ['部分情形不能由数据判断，由评价人员判断'] : [],
    faults: fullFault(most, source.full),
  };
}

const isState = (body: string): boolean =>
  body !== '' && !/每|按比例|\d+(?:\.\d+)?分/.test(body) && condition(body) === undefined;

/**
 * States, not a checklist: one that gives nothing, or different points that together exceed the full mark of one.
 * A numbered list without a zero is taken as a checklist whose sum is wrong: it can give more scores, so it accuses less.
 */
function excludeEachOther(states: readonly State[], full: string, isList: boolean): boolean {
  const points = states.map((each) => fraction(each.points));
  if (new Set(states.map((each) => each.text)).size !== states.length) return false;
  if (points.some((each) => each.num === 0n)) return true;
  const differ = new Set(states.map((each) => each.points)).size === states.length;
  const exceeds = !equal(sum(points), fraction(full)) && points.some((each) => equal(each, fraction(full)));
  return !isList && differ && exceeds;
}

/** 无结余; 有结余，但不超过上年结转. Undefined unless every clause compares amounts the catalogue knows. */
function testsIn(body: string, name: string): readonly Test[] | undefined {
  const tests: Test[] = [];
  let subject: Metric | undefined;
  for (const clause of plain(body).split(/，|(?=但|并且|且)/)) {
    const words = clause.replace(/^(?:但是|但|且|并且|并)/, '').replace(/的$/, '');
    if (words === '') continue;
    const read = testIn(words, subject ?? amountNamed(name));
    if (!read) return undefined;
    subject = read.left;
    tests.push(read);
  }
  return tests.length > 0 ? tests : undefined;
}

function testIn(clause: string, implied: Metric | undefined): Test | undefined {
  const none = amountNamed(/^(?:无|没有|未有|未产生)(.+)$/.exec(clause)?.[1] ?? '');
  if (none) return { left: none, op: '=', right: { v: '0' } };
  const some = amountNamed(/^(?:有|存在|产生)(.+)$/.exec(clause)?.[1] ?? '');
  if (some) return { left: some, op: '>', right: { v: '0' } };
  for (const [word, op] of COMPARES) {
    const at = clause.indexOf(word);
    if (at < 0) continue;
    const left = at === 0 ? implied : amountNamed(clause.slice(0, at));
    const rest = clause.slice(at + word.length);
    const right = amountNamed(rest);
    return (
      left &&
      (right
        ? { left, op, right: { metric: right } }
        : rest === '0'
          ? { left, op, right: { v: '0' } }
          : undefined)
    );
  }
  return undefined;
}

/** Only amounts: a rate compared with words is no test. */
function amountNamed(name: string): Metric | undefined {
  const known = metricNamed(name);
  return known && known.unit === 'wanyuan' ? { id: known.id, name: known.name, unit: known.unit } : undefined;
}
