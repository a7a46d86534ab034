import { compare } from '#lib/fraction.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';
import { conceptOf, type Concept } from '../facts/concepts.ts';

/** A whole and what a sentence says it consists of. */
export interface SumGroup {
  readonly whole: Statement;
  readonly parts: readonly Statement[];
  /** 其中 stands before the parts. */
  readonly opens: boolean;
  /** The text leaves no room for anything else. */
  readonly exhaustive: boolean;
  /** The parts are of one kind and do not overlap. */
  readonly parallel: boolean;
}

const MOST = 40;

/** Two counts that leave no third, and the total of a sentence before that they divide. */
export function dividedTotals(statements: readonly Statement[]): readonly SumGroup[] {
  return statements.flatMap((first, at) => {
    const second = statements[at + 1];
    if (
      !second ||
      !isCount(first) ||
      !isCount(second) ||
      first.sentence !== second.sentence ||
      first.paragraph !== second.paragraph
    )
      return [];
    const [a, b] = PAIRS[0] ?? [];
    const before = statements[at - 1];
    if (
      !a?.test(tight(first.subject)) ||
      !b?.test(tight(second.subject)) ||
      (before?.sentence === first.sentence && before.paragraph === first.paragraph && before.role === 'level')
    )
      return [];
    const whole = statements
      .slice(Math.max(0, at - 16), at)
      .findLast(
        (other) =>
          isCount(other) &&
          /共(?:受理|收到|接)/.test(other.subject) &&
          other.figure.unit.text === first.figure.unit.text,
      );
    return whole ? [{ whole, parts: [first, second], opens: true, exhaustive: false, parallel: true }] : [];
  });
}

const isCount = (statement: Statement): boolean =>
  statement.role === 'level' && statement.figure.unit.dimension === 'count' && !statement.figure.approximate;

/** Every whole with parts, sentence by sentence. */
export function groupsIn(statements: readonly Statement[]): readonly SumGroup[] {
  const groups: SumGroup[] = [];
  for (const run of runsOf(statements)) groups.push(...groupsOfRun(run));
  return groups;
}

/** Statements of one paragraph that can be added: levels, no rates. Each run holds one or two sentences. */
function runsOf(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const runs: Statement[][] = [];
  let last: Statement | undefined;
  for (const statement of statements) {
    const { dimension } = statement.figure.unit;
    if (statement.role !== 'level' || (dimension !== 'count' && dimension !== 'money')) continue;
    if (/日均|月均|人均|户均|平均/.test(statement.subject)) continue;
    const near =
      last &&
      last.paragraph === statement.paragraph &&
      (last.sentence === statement.sentence || (statement.opens && last.sentence + 1 === statement.sentence));
    const run = runs.at(-1);
    if (near && run && run.length < MOST) run.push(statement);
    else runs.push([statement]);
    last = statement;
  }
  return runs.filter((run) => run.length >= 3);
}

function groupsOfRun(run: readonly Statement[]): readonly SumGroup[] {
  const groups: SumGroup[] = [];
  const inside = new Set<Statement>();
  // From the last to the first: what an inner 其中 details is no part of the outer sum.
  for (let at = run.length - 3; at >= 0; at -= 1) {
    const whole = run[at] as Statement;
    const rest = run.slice(at + 1).filter((each) => !inside.has(each) && sameKind(each, whole));
    const group = groupAt(whole, rest);
    if (!group) continue;
    groups.push(group);
    for (const part of group.parts) inside.add(part);
  }
  return groups.toReversed();
}

const sameKind = (a: Statement, b: Statement): boolean => a.figure.unit.dimension === b.figure.unit.dimension;

function groupAt(whole: Statement, rest: readonly Statement[]): SumGroup | undefined {
  const first = rest[0];
  if (rest.length < 2 || !first) return undefined;
  const opens = first.opens;
  const cut = rest.findIndex((part, at) => at > 0 && part.opens);
  const run = cut < 2 ? rest : rest.slice(0, cut);
  const whence = { whole, opens };
  const listed = listOf(run, opens, whole);
  const parallel = listed.length >= 2 && isParallel(listed, whole);
  // In a list of one kind after 其中 all members count: a few of them may make up the whole by accident.
  const least = opens && parallel ? listed.length : 2;
  for (let count = least; count <= run.length; count += 1) {
    const parts = run.slice(0, count);
    const big = opens || isTotal(whole) || whole.figure.value.num >= 100n * whole.figure.value.den;
    if (big && holds(whole, parts)) return { ...whence, parts, exhaustive: true, parallel: true };
  }
  if (listed.length < 2) return undefined;
  const closed = isClosed(whole, listed, opens);
  return closed || opens ? { ...whence, parts: listed, exhaustive: closed, parallel } : undefined;
}

const holds = (whole: Statement, parts: readonly Statement[]): boolean =>
  sumCloseness(
    whole.figure,
    parts.map((part) => part.figure),
  ).verdict !== 'contradiction' && parts.every((part) => compare(part.figure.value, whole.figure.value) <= 0);

const isTotal = (statement: Statement): boolean => /共|总|合计|累计/.test(statement.subject);

/** The list goes on while the marks between its members stay the same. */
function listOf(run: readonly Statement[], opens: boolean, whole: Statement): readonly Statement[] {
  const parts: Statement[] = run.slice(0, 1);
  const unit = run[0]?.figure.unit.text;
  for (const part of run.slice(1)) {
    const mark = parts.length === 1 ? undefined : parts[1]?.mark;
    const same = part.figure.unit.text === unit || part.figure.unit.dimension === 'money';
    if (
      !same ||
      part.sentence !== run[0]?.sentence ||
      (mark !== undefined && part.mark !== mark && part.mark !== '')
    )
      break;
    if (isTotal(part) && /^(?:全|共|总)/.test(tight(part.subject))) break;
    parts.push(part);
  }
  return opens || whole.sentence === run[0]?.sentence ? parts : [];
}

/** Words of state: one thing can be in several at once. */
const STATE =
  /应办|应当|已|按期|按时|及时|办结|办理完|回访|满意|答复|整改|超期|逾期|解决|紧急|重点|新增|完成|符合|录用|评为|网上|联合/;
const isParallel = (parts: readonly Statement[], whole: Statement): boolean =>
  parts.every(
    (part) =>
      !STATE.test(part.subject) &&
      part.subject.length <= 40 &&
      (part.period === whole.period || part.period === ''),
  );

/** Pairs that leave no third. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /直办|直接办理|直接答复|直接解答|自行处理|在线(?:解答|办结|答复)|即时(?:答复|办结)|中心(?:直接)?(?:办理|答复)|座席/,
    /转办|派单|派发|交办|转派/,
  ],
  [/(?<!未)(?:按期|按时|及时|期限内)/, /超期|超时|逾期|延期/],
  [/线上|网上|网络/, /线下|窗口|现场|实体/],
  [/男/, /女/],
  [/城镇|城市|市区/, /农村|乡村/],
  [/已(?:办结|完成|整改)/, /未(?:办结|完成|整改)|正在|在办/],
  [/好评/, /差评/],
  [/自然人|公民|个人/, /法人|企业|组织|单位/],
  [/区直|县直/, /市直|乡镇|省直/],
];
const WHOLES: Readonly<Partial<Record<Concept, readonly Concept[]>>> = {
  spending: ['basic', 'project'],
  basic: ['personnel', 'operating'],
};

/** Is nothing left over by the meaning of the words? */
function isClosed(whole: Statement, parts: readonly Statement[], opens: boolean): boolean {
  const subjects = parts.map((part) => tight(part.subject));
  if (subjects.some((subject) => /^(?:其他|其它|其余)/.test(coreName(subject)))) return true;
  const need = WHOLES[conceptOf(tight(whole.subject)) ?? 'staff'];
  if (
    need?.every((concept) => subjects.some((subject) => conceptOf(subject) === concept)) === true &&
    parts.length === need.length
  )
    return true;
  if (parts.length === 2 && opens)
    return PAIRS.some(
      ([a, b]) =>
        subjects.some((subject) => a.test(subject)) &&
        subjects.some((subject) => b.test(subject) && !a.test(subject)),
    );
  return /(?:分为|分别(?:是|为)|由.{0,20}(?:组成|构成))/.test(subjects[0] ?? '');
}
