import type { Limit, Num, StepPenalty, Unit } from '../rule.ts';
import { pointsOf, takenBy } from './award.ts';
import { isHarmless, type Statement } from './clauses.ts';
import { condition, type Condition } from './condition.ts';
import { fullFault, type Draft, type Source } from './draft.ts';
import { chooseMetric } from './subject.ts';
import { N, readNumber } from './text.ts';

const UP = '超过|超出|超|高于|高出|高|增加|增长|上升|提高|多';
const DOWN = '低于|低|减少|减|降低|下降|少';
const EACH = new RegExp(
  `^(.*?)，?每(${UP}|${DOWN})?(?:了)?(?:(${N})%(?=${N}|百分点))?(?:的)?(${N})?(%|个百分点|百分点|个点|点|个单位|个工作日|工作日|天|日|小时|个月|万元|元)(?:的|时|，|以上)*$`,
  'u',
);
const STEP_UNITS: Readonly<Record<string, Unit>> = {
  个工作日: 'workday',
  工作日: 'workday',
  天: 'day',
  日: 'day',
  小时: 'hour',
  个月: 'month',
  万元: 'wanyuan',
  元: 'yuan',
};
type Side = 'above' | 'below';
interface Each {
  readonly before: string;
  readonly side: Side | undefined;
  readonly threshold: Num | undefined;
  readonly step: Num;
  readonly stepIn: 'points' | 'percent';
  readonly unit: Unit;
}
/** What one part of the text says of where the penalty begins. */
interface Start {
  readonly v: Num;
  readonly side: Side | undefined;
  readonly isBare: boolean;
}

/** Reads `≤100%，计5分；每超过一个百分点扣0.5分，扣完为止`. */
export function readStepPenalty(source: Source): Draft | undefined {
  const { statements, notes, formula, cap } = source.clauses;
  if (formula !== undefined || (cap !== undefined && cap !== 'full')) return undefined;
  const penalties = statements.filter((each) => takenBy(each.award, source.full) !== undefined);
  const [penalty] = penalties;
  const each = penalty && readEach(penalty.body);
  if (!penalty || !each || penalties.length > 1 || !notes.every((note) => isHarmless(note.text)))
    return undefined;
  const others = readOthers(statements.filter((other) => other !== penalty));
  if (!others) return undefined;
  const before = startBefore(each);
  if (before === 'unread') return undefined;
  const begin = agree(
    [startOf(others.full), before?.start, startGiven(each.threshold), startGiven(source.clauses.standard)],
    each,
  );
  if (!begin || others.zero.length > 1) return undefined;
  const chosen = chooseMetric(
    [others.full?.subject ?? '', before?.subject ?? '', ...others.zero.map((zero) => zero.subject)],
    source,
    each.unit,
  );
  const zeroIf = others.zero[0] && zeroLimit(others.zero[0], begin.side);
  if (!chosen || zeroIf === 'unread') return undefined;
  const full = others.fullAward ? (pointsOf(others.fullAward, source.full) ?? source.full) : source.full;
  const rule: StepPenalty = {
    kind: 'stepPenalty',
    metric: chosen.metric,
    side: begin.side,
    threshold: begin.v,
    step: each.step,
    stepIn: each.stepIn,
    perStep: takenBy(penalty.award, full) ?? '0',
    full,
    floor: source.clauses.floor ?? '0',
    ...(source.clauses.partial && { partial: source.clauses.partial }),
    ...(zeroIf && { zeroIf }),
  };
  if (rule.perStep === '0' || rule.step === '0') return undefined;
  return {
    rule,
    readings: [...chosen.readings, ...readingsOf(rule, source, others.fullAward !== undefined, begin.wasOne)],
    faults: fullFault(full, source.full),
  };
}

function readEach(body: string): Each | undefined {
  const match = EACH.exec(body);
  if (!match) return undefined;
  const [, before, verb, threshold, step, unit] = match;
  const side = verb === undefined ? undefined : new RegExp(`^(?:${UP})$`).test(verb) ? 'above' : 'below';
  return {
    before: before ?? '',
    side,
    threshold: threshold && readNumber(threshold),
    step: readNumber(step ?? '1'),
    stepIn: unit === '%' ? 'percent' : 'points',
    unit: STEP_UNITS[unit ?? ''] ?? 'percent',
  };
}

interface Others {
  readonly full: Condition | undefined;
  readonly fullAward: Statement['award'] | undefined;
  readonly zero: readonly Condition[];
}
/** Every statement beside the penalty must be the full mark (at most one) or a zero. */
function readOthers(statements: readonly Statement[]): Others | undefined {
  const zero: Condition[] = [];
  let full: Condition | undefined;
  let fullAward: Statement['award'] | undefined;
  for (const each of statements) {
    const read =
      each.body === '' || /^(?:标准|本项|该项|基本)分?$/.test(each.body) ? undefined : condition(each.body);
    if (each.body !== '' && !read && !/^(?:标准|本项|该项|基本)分?$/.test(each.body)) return undefined;
    if (each.award.kind === 'zero' && read) zero.push(read);
    else if ((each.award.kind === 'points' || each.award.kind === 'full') && !fullAward) {
      full = read;
      fullAward = each.award;
    } else return undefined;
  }
  return { full, fullAward, zero };
}

/** What stands before 每: nothing, the metric's name, a condition, or 超过部分. */
function startBefore(
  each: Each,
): { readonly subject: string; readonly start: Start | undefined } | 'unread' | undefined {
  const text = each.before.replace(/，$/, '');
  if (text === '' || /^(?:否则|反之|其中|未达到的?|达不到的?)$/.test(text)) return undefined;
  const part = /^(超过|超出|高于)(?:的)?(?:部分)?(?:的)?$|^(低于|不足|未完成)(?:的)?(?:部分)?(?:的)?$/.exec(
    text,
  );
  if (part) return { subject: '', start: undefined };
  const read = condition(text);
  if (!read) return /[\d%<>≤≥=。；，]|扣|每/.test(text) ? 'unread' : { subject: text, start: undefined };
  if ((read.lo && read.hi) || (!read.lo && !read.hi)) return 'unread';
  const end = read.lo ?? read.hi;
  return {
    subject: read.subject,
    start: { v: end?.v ?? '0', side: read.lo ? 'above' : 'below', isBare: read.unit === undefined },
  };
}

/** ≤100% earns it: lost above. ≥50% or 90%-100%: lost below. =100% leaves the side to 每超过 or 每减少. */
function startOf(full: Condition | undefined): Start | undefined | 'unread' {
  if (!full) return undefined;
  const { lo, hi, unit } = full;
  if (lo && hi && hi.v === '100' && lo.v !== '100') return { v: lo.v, side: 'below', isBare: false };
  if (lo && hi) return lo.v === hi.v ? { v: lo.v, side: undefined, isBare: unit === undefined } : 'unread';
  const end = lo ?? hi;
  return end && { v: end.v, side: lo ? 'below' : 'above', isBare: unit === undefined };
}
const startGiven = (v: Num | undefined): Start | undefined =>
  v === undefined ? undefined : { v, side: undefined, isBare: false };

/** All parts of the text must name one threshold and one side; a bare 1 beside per cents means 100%. */
function agree(
  starts: readonly (Start | 'unread' | undefined)[],
  each: Each,
): { v: Num; side: Side; wasOne: boolean } | undefined {
  const said = starts.filter((start) => start !== undefined);
  if (said.length === 0 || said.includes('unread')) return undefined;
  let wasOne = false;
  const values = new Set<Num>();
  const sides = new Set<Side>(each.side ? [each.side] : []);
  for (const start of said) {
    if (start === 'unread') continue;
    const one = start.isBare && start.v === '1' && each.unit === 'percent';
    if (start.isBare && start.v !== '0' && !one) return undefined;
    wasOne ||= one;
    values.add(one ? '100' : start.v);
    if (start.side) sides.add(start.side);
  }
  const [v] = values;
  const [side] = sides;
  return values.size === 1 && sides.size === 1 && v !== undefined && side ? { v, side, wasOne } : undefined;
}

function zeroLimit(zero: Condition, side: Side): Limit | 'unread' {
  const end = side === 'above' ? zero.lo : zero.hi;
  if (!end || (zero.lo && zero.hi)) return 'unread';
  const op = side === 'above' ? (end.incl ? '>=' : '>') : end.incl ? '<=' : '<';
  return { op, v: end.v };
}

function readingsOf(
  rule: StepPenalty,
  source: Source,
  saysFull: boolean,
  wasOne: boolean,
): readonly string[] {
  return [
    ...(saysFull ? [] : [`评分标准未写满分，取分值${source.full}分`]),
    ...(source.clauses.floor === undefined ? ['评分标准未写扣完为止，按最低0分计'] : []),
    ...(wasOne ? ['“1”读作100%'] : []),
    ...(rule.stepIn === 'percent'
      ? [`“每${rule.step}%”可读作${rule.step}个百分点，也可读作标准值的${rule.step}%`]
      : []),
    ...(rule.partial ? [] : ['评分标准未写明不足一步怎样扣分']),
  ];
}
