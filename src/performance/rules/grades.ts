import { compare, fraction, minus, one, type Fraction } from '#lib/fraction.ts';
import { isIn } from './bands.ts';
import { condition } from './parse/condition.ts';
import { settleEnds, type SoftBand } from './parse/ends.ts';
import { spelled } from './parse/text.ts';
import type { Bound } from './rule.ts';
import { defaultSettings } from './settings.ts';

export interface GradeBand {
  /** As the form prints it: 优, 优秀, 良 … */
  readonly name: string;
  readonly lo: Bound;
  readonly hi: Bound;
}
export interface GradeScale {
  /** Best first. */
  readonly bands: readonly GradeBand[];
  /** Chinese: whose cuts these are. */
  readonly source: string;
}
/** 优 90, 良 80, 中 60, 差 below (财预〔2020〕10号; 含 at the lower end). */
export const ministryScale: GradeScale = {
  bands: [
    { name: '优', lo: { v: '90', incl: true }, hi: null },
    { name: '良', lo: { v: '80', incl: true }, hi: { v: '90', incl: false } },
    { name: '中', lo: { v: '60', incl: true }, hi: { v: '80', incl: false } },
    { name: '差', lo: null, hi: { v: '60', incl: false } },
  ],
  source: '财预〔2020〕10号：90（含）分以上为优，80（含）至90分为良，60（含）至80分为中，60分以下为差',
};

/** The grade of a total on a 100 scale; undefined when a form's own cuts leave it out. */
export function gradeOf(points: Fraction, scale: GradeScale = ministryScale): string | undefined {
  return scale.bands.find((each) => isIn({ ...each, points: '0' }, points, defaultSettings))?.name;
}

const SHORT: Readonly<Record<string, string>> = {
  优: '优',
  良: '良',
  中: '中',
  合格: '中',
  差: '差',
  较差: '差',
  不合格: '差',
};

/** One wording for grades however a form prints them: 优秀 → 优, 良好 → 良, 合格 → 中; undefined for other words. */
export function gradeWord(text: string): string | undefined {
  const match = /^[“"]?(优|良|中|合格|差|较差|不合格)/.exec(text);
  return match && text.length <= 6 ? SHORT[match[1] ?? ''] : undefined;
}

const NAME = '(优秀|优良|优|良好|良|中等|中|基本合格|合格|及格|一般|较差|不合格|不及格|差)';
const QUOTED = `["“'‘]?${NAME}["”'’]?`;
const RANK = [
  '优秀',
  '优',
  '优良',
  '良好',
  '良',
  '中等',
  '中',
  '合格',
  '及格',
  '一般',
  '基本合格',
  '较差',
  '差',
  '不合格',
  '不及格',
];
const CUT_THEN_NAME = new RegExp(
  `^(?:综合|评价|绩效|自评)*(?:得分|分数|总分|分值)?(?:在)?(.*\\d.*?)(?:的)?(?:，)?(?:为|评为|定为|评定为|属于|属|等级为|对应|是)(?:等级)?${QUOTED}(?:等级|等次|档)?$`,
);
const NAME_THEN_CUT = new RegExp(
  `^(?:.*[：为是])?${QUOTED}(?:等级|等次|档)?(?:（|：|为|\\[)(.*\\d[^）]*(?:）[^）]*)*?)）?$`,
);

/** A form's own printed cuts, anywhere in a text; undefined when it prints fewer than three. */
export function parseGradeScale(text: string): GradeScale | undefined {
  const bare = spelled(text).replace(
    /[[（](\d+)分?，(\d+)分?([\]）])/g,
    (_, low, high, close) => `${low}（含）-${high}${close === ']' ? '（含）' : '（不含）'}`,
  );
  for (const sentence of [...bare.split('。'), bare]) {
    const found = sentence
      .split(/[；，、。]/)
      .map((piece) => cutIn(piece))
      .filter((each) => each !== undefined);
    const names = new Set(found.map((each) => each.name));
    if (found.length >= 3 && names.size === found.length) return scaleOf(found);
  }
  return undefined;
}

type Cut = SoftBand & { readonly name: string };

function cutIn(piece: string): Cut | undefined {
  const first = CUT_THEN_NAME.exec(piece);
  const second = first ? null : NAME_THEN_CUT.exec(piece);
  const name = first?.[2] ?? second?.[1];
  const cut = (first?.[1] ?? second?.[2])
    ?.replace(/(\d+(?:\.\d+)?(?:（不?含）)?)分/g, '$1')
    .replace(/(\d)(?=（不?含|以|及|-|至|<|≤|$|）)/g, '$1%')
    .replace(/（(不?含)(\d+%?)?）/g, '（$1）');
  const read = cut === undefined || name === undefined ? undefined : condition(cut);
  return read && name !== undefined ? { name, lo: read.lo, hi: read.hi, points: '0' } : undefined;
}

/** 80-89 beside 90-100 means up to 90: totals have decimals. Where neither end says 含, the lower end is held. */
function scaleOf(found: readonly Cut[]): GradeScale {
  const closed = found.map((each) => {
    const next = found.find(
      (other) => other.lo && each.hi && compare(minus(fraction(other.lo.v), fraction(each.hi.v)), one) === 0,
    );
    return next?.lo ? { ...each, hi: { v: next.lo.v, incl: false, firm: 2 as const } } : each;
  });
  const settled = settleEnds(closed).bands.map(({ lo, hi }, at) => ({
    name: closed[at]!.name,
    lo: held(lo, true),
    hi: held(hi, false),
  }));
  const bands = settled.toSorted((a, b) => RANK.indexOf(a.name) - RANK.indexOf(b.name));
  return { bands, source: '本评分表自印的等级标准' };
}

const held = (bound: Bound, incl: boolean): Bound =>
  bound?.incl === 'unstated' ? { v: bound.v, incl } : bound;
