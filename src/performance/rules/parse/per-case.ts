import type { CaseOf, Num, PerCase } from '../rule.ts';
import { metricNamed } from '../metrics.ts';
import { takenBy } from './award.ts';
import { isHarmless, type Clauses, type Statement } from './clauses.ts';
import { fullFault, type Draft, type Source } from './draft.ts';
import { N, plain, readNumber } from './text.ts';

const UNITS =
  '例|起|项次|项|次|处|条|件次|件|人次|人|天|日|个工作日|工作日|个月|月|篇|笔|宗|户|家|份|个(?!百分点|点|单位)';
/** The words that only say "there is one"; others (缺, 逾期, 迟报) say what. */
const PLAIN_VERBS = '出现|发现|有|发生|存在|查实|查出';
const EACH = new RegExp(
  `^(.*?)[，：]?每(?!个?百分点)([^\\d一二两三四五六七八九十，]{0,8}?)(${N})?(${UNITS})(.*)$`,
  'u',
);
const ONCE = new RegExp(`^(?:(.*?)[，：])?(${PLAIN_VERBS})(${N})(${UNITS})(?:及?以上|及以上)?(.*)$`, 'u');
const FREE = new RegExp(`^(.*?)(?:超过|超出)(${N})(?:${UNITS})(?:以上)?的?$`, 'u');
/** 每增加1件 needs to know from how many. */
const MORE = /^(?:再|超过|超出|超|增加|多|高于|上升|减少|低于|降低|下降|少于)(?:了)?$/;
/** Dates, rates, deadlines: what the records can count. */
const MEASURED =
  /\d+月|季度|春节|年底|月底|\d+个?(?:工作日|天|日|小时)|\d+%|进度|逾期|超期|超时|按期|按时办结|退回|退件|重办|不满意|延期/;

/** Reads `每出现一例不符合要求的扣1分，扣完为止`; `about` is what stands before it. */
export function readPerCase(source: Source, about: readonly string[] = []): Draft | undefined {
  const { statements, notes, formula, standard, partial } = source.clauses;
  if (formula !== undefined || standard !== undefined || partial) return undefined;
  const cases: CaseOf[] = [];
  let full: Num | undefined;
  for (const each of statements) {
    const read = caseOf(each, source.full);
    if (read) mergeZero(cases, read);
    else if (full === undefined && isFullMark(each))
      full = each.award.kind === 'points' ? each.award.v : source.full;
    else return undefined;
  }
  if (cases.every((each) => each.zeroFrom !== undefined && each.perUnit === '0' && each.zeroFrom > 1))
    return undefined;
  const before = notes.filter((each) => each.at === 0).map((each) => each.text);
  if (!notes.every((each) => each.at === 0 || isHarmless(each.text))) return undefined;
  if (before.some((each) => /[扣加减]\S{0,3}分/.test(each))) return undefined;
  return draft(source, cases, { about: [...about, ...before], full });
}

function draft(
  source: Source,
  cases: readonly CaseOf[],
  { about, full }: { about: readonly string[]; full: Num | undefined },
): Draft {
  const isBonus = cases.every((each) => each.sign > 0);
  const stated = full ?? source.full;
  const cap = capOf(source.clauses, source.full, isBonus);
  const words = [...about, ...cases.map((each) => `${each.verb}${each.text}`)].join('；');
  const rule: PerCase = {
    kind: 'perCase',
    cases,
    counts: MEASURED.test(words) ? 'measured' : 'breaches',
    about,
    full: isBonus ? '0' : stated,
    floor: source.clauses.floor ?? '0',
    ...(cap && { cap }),
  };
  const readings = [
    ...(isBonus && source.clauses.cap === undefined ? [`加分未写上限，以分值${source.full}分为限`] : []),
    ...(!isBonus && source.clauses.floor === undefined ? ['评分标准未写扣完为止，按最低0分计'] : []),
  ];
  return { rule, readings, faults: isBonus ? [] : fullFault(stated, source.full) };
}

function capOf(clauses: Clauses, full: Num, isBonus: boolean): Num | undefined {
  if (clauses.cap === 'full' || (isBonus && clauses.cap === undefined)) return full;
  return clauses.cap;
}

/** 未发现违规的得5分: the full mark stands beside the deduction, so it must not be a part of it. */
const isFullMark = (each: Statement): boolean =>
  (each.award.kind === 'full' || each.award.kind === 'points') &&
  (each.body === '' || /^[^\d每]*$/.test(each.body));

function caseOf(each: Statement, full: Num): CaseOf | undefined {
  const sign = each.award.kind === 'add' ? 1 : -1;
  const taken = each.award.kind === 'add' ? each.award.v : takenBy(each.award, full);
  const read = EACH.exec(each.body);
  if (read && taken !== undefined) {
    const [, before, verb, count, unit, rest] = read;
    if (count !== undefined && readNumber(count) !== '1') return undefined;
    const free = FREE.exec(before ?? '')?.[2];
    const lead = free === undefined ? (before ?? '') : (FREE.exec(before ?? '')?.[1] ?? '');
    if (/[\d%扣≤≥<>]/.test(lead) || (free === undefined && MORE.test(verb ?? ''))) return undefined;
    return build({ verb: verb ?? '', unit: unit ?? '例', text: textOf(lead, rest), taken, sign, free });
  }
  const once = ONCE.exec(each.body);
  if (!once) return undefined;
  const [, lead, verb, count, unit, rest] = once;
  const text = textOf(lead, rest);
  if (taken !== undefined && readNumber(count ?? '0') === '1')
    return build({ verb: verb ?? '', unit: unit ?? '例', text, taken, sign, free: undefined });
  if (each.award.kind !== 'zero') return undefined;
  return {
    ...build({ verb: verb ?? '', unit: unit ?? '例', text, taken: '0', sign: -1, free: undefined }),
    zeroFrom: Number(readNumber(count ?? '1')),
  };
}

/** 以上情况 points at the list, which `about` keeps; 发现 only says that there is one. */
const POINTING =
  /^(?:以上|上述)(?:情况|各项|内容|问题|要求|行为|条款)?(?:中)?$|^(?:发现|出现|存在|发生)(?=.)/;
const textOf = (lead = '', rest = ''): string =>
  [plain(lead).replace(POINTING, ''), plain(rest)].filter((part) => part !== '').join('，');

interface Words {
  readonly verb: string;
  readonly unit: string;
  readonly text: string;
  readonly taken: Num;
  readonly sign: 1 | -1;
  readonly free: string | undefined;
}
function build({ verb, unit, text, taken, sign, free }: Words): CaseOf {
  const isPlain =
    verb === '' ||
    (free !== undefined && MORE.test(verb)) ||
    new RegExp(`^(?:${PLAIN_VERBS})(?:了)?$`).test(verb);
  const said = isPlain ? '出现' : verb;
  const known = metricNamed(text);
  const name = `${isPlain ? '' : said}${text}${unit}数`;
  const metric = known
    ? { id: known.id, name: known.name, unit: known.unit }
    : { id: `count:${name}`, name, unit: 'count' as const };
  return {
    verb: said,
    text,
    perUnit: taken,
    unit,
    sign,
    metric,
    ...(free !== undefined && { after: Number(readNumber(free)) }),
  };
}

/** 每例扣1分，发现3例不得分 is one case with two consequences. */
function mergeZero(cases: CaseOf[], read: CaseOf): void {
  const same = cases.findIndex(
    (each) => each.unit === read.unit && (read.text === '' || each.text === read.text),
  );
  if (read.zeroFrom !== undefined && read.perUnit === '0' && same >= 0)
    cases[same] = { ...cases[same]!, zeroFrom: read.zeroFrom };
  else cases.push(read);
}
