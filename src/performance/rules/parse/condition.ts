import type { Num, Unit } from '../rule.ts';
import { plain, readNumber } from './text.ts';

/** How firmly a text says that an end belongs: bare range ends 0, 以上/以下 1, 含, ≥, 低于 2. */
export interface SoftEnd {
  readonly v: Num;
  readonly incl: boolean;
  readonly firm: 0 | 1 | 2;
}
export interface Condition {
  /** What is compared, as printed; empty when the text drops it. */
  readonly subject: string;
  readonly lo?: SoftEnd;
  readonly hi?: SoftEnd;
  /** Undefined when the number stands bare. */
  readonly unit?: Unit;
}

const NUM = String.raw`(-?\d+(?:\.\d+)?)`;
const UNIT = '(%|个百分点|个工作日|工作日|天|日|小时|个月|万元|元|个|次)?';
const INCL = '(?:（((?:不|不包)?(?:含|包含|包括)(?:本数|本级|\\d+(?:\\.\\d+)?%?)?)(?:，下同)?）|(含))?';
const CMP_WORDS: readonly (readonly [string, Side])[] = [
  ['小于或等于|小于等于|低于或等于|不高于|不超过|不大于|不多于|不得超过|控制在|≤', ['hi', true]],
  ['大于或等于|大于等于|高于或等于|不低于|不小于|不少于|达到|达|≥', ['lo', true]],
  ['低于|小于|少于|不足|未达到|未达|不到|达不到|<', ['hi', false]],
  ['高于|大于|超过|超出|多于|>', ['lo', false]],
  ['等于|=|为|是', ['both', true]],
];
type Side = readonly ['lo' | 'hi' | 'both', boolean];
const CMP = `(${CMP_WORDS.map(([words]) => words).join('|')})`;
const POST = '(及?以上|及?以下|以内|之内|及?以内|内)';
const JOIN = '(?:，|、|且|但|并|至|到|同时|又|而)?';
/** A deadline names what is done within it: 20个工作日内公开的. */
const TAIL = '(?:之间|区间|范围内|范围)?(?:完成|公开|报送|提交|办结|答复|回复|到位|下达|拨付)?(?:的|时|者)*';

const COMPARED = new RegExp(`^在?${CMP}${NUM}${UNIT}${INCL}${POST}?${INCL}`);
const POSTFIXED = new RegExp(`^在?${NUM}${UNIT}${INCL}${POST}${INCL}`);
const RANGE = new RegExp(`^(?:在|达到?|为)?${NUM}${UNIT}${INCL}(?:-|至|到|~)${NUM}${UNIT}${INCL}${TAIL}$`);
const INTERVAL = new RegExp(`^在?([（\\[])${NUM}${UNIT}，${NUM}${UNIT}([）\\]])${TAIL}$`);
const SANDWICH = new RegExp(`^${NUM}${UNIT}(<|≤)([^\\d<>≤≥=]+)(<|≤)${NUM}${UNIT}的?$`);
const EXACT = new RegExp(`^${NUM}(%|个百分点|天|次)(?:的|时)*$`);

const UNITS: Readonly<Record<string, Unit>> = {
  '%': 'percent',
  个百分点: 'percent',
  个工作日: 'workday',
  工作日: 'workday',
  天: 'day',
  日: 'day',
  小时: 'hour',
  个月: 'month',
  万元: 'wanyuan',
  元: 'yuan',
  个: 'count',
  次: 'count',
};

/** 0-10%之间（含10%）: the end it names is held. */
const LATE_INCL = /(\d+(?:\.\d+)?)%?(?:-|至|到|~)(\d+(?:\.\d+)?)%(?:之间|区间)?（含(\d+(?:\.\d+)?)%）/;
function inclAtItsEnd(whole: string, low: string, high: string, held: string): string {
  if (held === high) return `${low}%-${high}%（含）`;
  return held === low ? `${low}%（含）-${high}%` : whole;
}

/** Reads `三公经费变动率≤0`, `80%（含）-90%`, `达50%以上的`, `[60%，80%）`; undefined unless all of it is understood. */
export function condition(text: string): Condition | undefined {
  const bare = text
    .replace(/["“”'‘’]/g, '')
    .replace(/^(?:如果|如|若|当|凡)/, '')
    .replace(LATE_INCL, inclAtItsEnd);
  const sandwich = SANDWICH.exec(bare);
  if (sandwich) return fromSandwich(sandwich);
  for (let at = 0; at < bare.length; at += 1) {
    const subject = bare.slice(0, at);
    if (/\d%|[<>≤≥=；。]/.test(subject)) return undefined;
    const read = comparison(bare.slice(at));
    if (read)
      return {
        ...read,
        subject: plain(subject)
          .replace(/[，：]$/, '')
          .replace(/(?:在|的|为|是|应|需|要|须)+$/, ''),
      };
  }
  return undefined;
}

function fromSandwich(match: RegExpExecArray): Condition {
  const [, low, lowUnit, lowSign, subject, highSign, high, highUnit] = match;
  const unit = UNITS[highUnit ?? lowUnit ?? ''];
  const end = (v: string | undefined, sign: string | undefined): SoftEnd => ({
    v: readNumber(v ?? '0'),
    incl: sign === '≤',
    firm: 2,
  });
  return {
    subject: plain(subject ?? ''),
    lo: end(low, lowSign),
    hi: end(high, highSign),
    ...(unit && { unit }),
  };
}

type Ends = Omit<Condition, 'subject'>;

function comparison(text: string): Ends | undefined {
  const range = RANGE.exec(text);
  if (range)
    return ends(
      UNITS[range[6] ?? range[2] ?? ''],
      bare(range[1], range[3] ?? range[4]),
      bare(range[5], range[7] ?? range[8]),
    );
  const interval = INTERVAL.exec(text);
  if (interval) {
    const [, open, low, lowUnit, high, highUnit, close] = interval;
    return ends(UNITS[highUnit ?? lowUnit ?? ''], firm(low, open === '['), firm(high, close === ']'));
  }
  if (text === '0') return { lo: firm('0', true), hi: firm('0', true) };
  const exact = EXACT.exec(text);
  if (exact) return ends(UNITS[exact[2] ?? ''], firm(exact[1], true), firm(exact[1], true));
  return oneOrTwo(text);
}

/** `≥60%`, `60%以上`, or two of them: `超过60%但低于80%`. */
function oneOrTwo(text: string): Ends | undefined {
  const first = simple(text);
  if (!first) return undefined;
  if (new RegExp(`^${TAIL}$`).test(first.rest)) return first.ends;
  const second = simple(first.rest.replace(new RegExp(`^${JOIN}`), ''));
  if (!second || !new RegExp(`^${TAIL}$`).test(second.rest)) return undefined;
  const [a, b] = [first.ends, second.ends];
  if ((a.lo && b.lo) || (a.hi && b.hi)) return undefined;
  return { ...a, ...b };
}

function simple(text: string): { readonly ends: Ends; readonly rest: string } | undefined {
  const compared = COMPARED.exec(text);
  if (compared) {
    const [whole, word, v, unit, in1, in2, post, in3, in4] = compared;
    const found = withWord(word ?? '', v ?? '0', post, in1 ?? in2 ?? in3 ?? in4);
    return found && { ends: { ...found, ...unitOf(unit) }, rest: text.slice(whole.length) };
  }
  const postfixed = POSTFIXED.exec(text);
  if (!postfixed) return undefined;
  const [whole, v, unit, in1, in2, post, in3, in4] = postfixed;
  const stated = in1 ?? in2 ?? in3 ?? in4;
  const end: SoftEnd = {
    v: readNumber(v ?? '0'),
    incl: stated === undefined || !stated.startsWith('不'),
    firm: firmness(stated, post),
  };
  return {
    ends: { ...(post?.endsWith('上') ? { lo: end } : { hi: end }), ...unitOf(unit) },
    rest: text.slice(whole.length),
  };
}

const firmness = (stated: string | undefined, post: string | undefined): 1 | 2 =>
  stated !== undefined || post?.startsWith('及') ? 2 : 1;

/** 达50%以上 and 超过60%以上 both point upward; 不超过5%以内 downward; a contradiction is not understood. */
function withWord(
  word: string,
  v: string,
  post: string | undefined,
  stated: string | undefined,
): Ends | undefined {
  const side = CMP_WORDS.find(([words]) => words.split('|').includes(word))?.[1];
  if (!side) return undefined;
  const [where, incl] = side;
  if (post && where !== (post.endsWith('上') ? 'lo' : 'hi')) return undefined;
  const end: SoftEnd = {
    v: readNumber(v),
    incl: stated === undefined ? incl : !stated.startsWith('不'),
    firm: post && !stated ? 1 : 2,
  };
  return where === 'both' ? { lo: end, hi: end } : where === 'lo' ? { lo: end } : { hi: end };
}

const firm = (v: string | undefined, incl: boolean): SoftEnd => ({ v: readNumber(v ?? '0'), incl, firm: 2 });
const bare = (v: string | undefined, stated: string | undefined): SoftEnd =>
  stated === undefined ? { v: readNumber(v ?? '0'), incl: true, firm: 0 } : firm(v, !stated.startsWith('不'));
const unitOf = (unit: string | undefined): { unit?: Unit } => {
  const known = UNITS[unit ?? ''];
  return known ? { unit: known } : {};
};
const ends = (unit: Unit | undefined, lo: SoftEnd, hi: SoftEnd): Ends => ({ lo, hi, ...(unit && { unit }) });
