import { fraction, ratio, times, type Fraction } from '#lib/fraction.ts';
import { isDashRare, isMinus } from './sign.ts';
import { bare, unitAfter, type Unit } from './units.ts';

/** A number as a document prints it. */
export interface Figure {
  /** In base units: yuan, pieces, per cent. */
  readonly value: Fraction;
  /** The digits, without commas. */
  readonly printed: string;
  readonly decimals: number;
  readonly unit: Unit;
  /** 约, 近, 余, 以上: never stands in a contradiction. */
  readonly approximate: boolean;
}
export interface FoundFigure {
  readonly figure: Figure;
  readonly start: number;
  readonly end: number;
}

/** What has digits and is no quantity: dates, document numbers, ordinals, telephone and hotline numbers, ranges. */
const NOT_A_QUANTITY = new RegExp(
  [
    String.raw`\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}`,
    String.raw`(?<!\d)(?:19|20)\d\d\s?(?:年度?|[-—~至][ ]?(?:19|20)\d\d\s?年?)`,
    String.raw`(?<![\d.])\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?(?:份|底|初|末)?`,
    String.raw`(?<![\d.])\d{1,2}[日号](?=[前后起至止,，。;、)\s-]|$)`,
    String.raw`[〔\[【(]\s?(?:19|20)\d\d\s?[〕\]】)]\s?第?\s?\d{0,5}\s?号?`,
    String.raw`第\s?\d{1,6}\s?[-—至]?\s?\d{0,4}`,
    String.raw`[“"‘]\d{1,6}[”"’]`,
    String.raw`(?<!\d)123(?:45|15|33|28|29|20)(?![\d.%]|\s?(?:[件条个次人万元,，亩户家吨名册宗米]|公里|公顷|公斤|平方|立方))`,
    String.raw`(?<!\d)(?:12[1-3]\d{2}|9[56]\d{3,4})(?=\s?(?:热线|平台|专线|客服|举报|投诉|维权|便民|电话|微信))`,
    String.raw`\d{1,2}\s?[+×xX*]\s?\d{1,2}`,
    String.raw`\d{1,2}[·]\d{1,2}`,
    String.raw`\d{1,2}:\d{2}`,
    String.raw`(?<!\d)0\d{2,3}-?\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|\d{12,}`,
    String.raw`(?<=^|[。;\s])\d{1,2}(?:\s?、|\s?\.(?!\d))`,
    String.raw`[(]\s?\d{1,2}\s?[)]`,
    String.raw`[\[〔【]\s?\d{1,2}\s?[\]〕】]`,
    String.raw`(?:指标|任务|目标|项目|附件|附表|表|图|类型|机构|序号|栏次)\s?\d{1,2}(?![\d.%]|[,，]\d{3}|\s?[件个万亿项条次人户名元亩吨公份家所座台场])`,
    String.raw`\d[\d.]{0,12}\s?[/／]\s?\d[\d.]{0,12}`,
    String.raw`\d[\d.]{0,12}%?(?:[(]含[)])?\s?[-—~～至]\s?\d[\d.]{0,12}\s?%?(?=[^\d])`,
    // GDP198.6亿元 is an amount, A3 is none.
    String.raw`[A-Za-z][\w.-]{0,20}\d[\w.]{0,20}(?![\w.]|\s?(?:亿|万)?元|%)`,
    String.raw`\d{1,6}[A-Za-z][A-Za-z\d]{0,10}`,
  ].join('|'),
  'g',
);

/** Blots out what is no quantity with letters of the same length. */
const onlyQuantities = (folded: string): string =>
  folded.replace(NOT_A_QUANTITY, (found) => '\u0001'.repeat(found.length));

const NUMBER =
  /(?<![\d.])([+-]|(?<![胜背肩担自抱欠辜])负(?=\d))?(\d{1,3}(?:[,，]\d{3})+(?!\d)|\d{1,15})(\.\d{1,10})?(?![\d.]*\d)/g;
const BEFORE =
  /(?:(?<![节签预契条集])约|(?<![最附邻])近|将近|接近|(?<![彩B])超|超过|逾|突破|不足|不到|大约|至少|最多|高于|低于|不少于|不低于|不超过|达到|大于|小于|[≥≤><])\s?$/;
const FIRM = /(?:达到)\s?$/;
const MORE = /^\s?(?:以上|以下|以内|左右|上下|多(?!样|元)|余)/;

/** The quantities of a folded text, in order. */
export function figuresIn(folded: string): readonly FoundFigure[] {
  if (!/\d/.test(folded)) return [];
  const text = onlyQuantities(folded);
  const found: FoundFigure[] = [];
  let rare: boolean | undefined;
  const isRare = (): boolean => (rare ??= isDashRare(text));
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    const after = unitAfter(text, start + match[0].length);
    const before = text.slice(Math.max(0, start - 4), start);
    const approximate =
      after.more ||
      (BEFORE.test(before) && !FIRM.test(before)) ||
      MORE.test(text.slice(after.end, after.end + 3));
    const isRange = found.at(-1)?.end === start && start > 0;
    const { dimension } = after.unit;
    const isCount = dimension === 'count' || dimension === 'time';
    const isAmount = dimension === 'money' || dimension === 'rate';
    const sign = isMinus(match[1], { words: before, isRange, isCount, isAmount, isRare }) ? '-' : '';
    const printed = sign + (match[2] ?? '').replace(/[,，]/g, '') + (match[3] ?? '');
    found.push({ figure: figureOf(printed, after.unit, approximate), start, end: after.end });
  }
  return found.map((each, at) => inPointsOf(each, found[at + 1], text));
}

/** 11.4个和4.1个百分点: both are points. */
function inPointsOf(each: FoundFigure, next: FoundFigure | undefined, text: string): FoundFigure {
  const { figure } = each;
  if (figure.unit.text !== '个' || next?.figure.unit.dimension !== 'points') return each;
  if (!/^\s?[和与及、]\s?$/.test(text.slice(each.end, next.start))) return each;
  return { ...each, figure: figureOf(figure.printed, next.figure.unit, figure.approximate) };
}

/** A figure from its printed digits. */
export function figureOf(printed: string, unit: Unit = bare, approximate = false): Figure {
  const decimals = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
  return { value: times(fraction(printed), unit.scale), printed, decimals, unit, approximate };
}

/** Half of the last printed digit, in base units. */
export const half = (figure: Figure): Fraction =>
  times(ratio(1n, 2n * 10n ** BigInt(figure.decimals)), figure.unit.scale);
/** One unit of the last printed digit, in base units. */
export const lastDigit = (figure: Figure): Fraction =>
  times(ratio(1n, 10n ** BigInt(figure.decimals)), figure.unit.scale);

/** As a person reads it: `862.35万元`. */
export const said = (figure: Figure): string => `${figure.printed}${figure.unit.text}`;

/** Behind a minus: 0.63亿元 − (-2.14亿元). */
export const inBrackets = (figure: Figure): string =>
  figure.value.num < 0n ? `(${said(figure)})` : said(figure);

const CELL = /^([+-]?)(\d{1,3}(?:[,，]\d{3})+|\d{1,15})(\.\d{1,10})?$/;
const NOTHING = /^(?:[-—–/]{1,4}|无|×|\.{2,6}|…{1,2})?$/;

/** A table cell that is one number, with or without its unit; `given` is the unit of its column or table. */
export function cellFigure(text: string, given: Unit): Figure | undefined {
  const cell =
    text.length > 40
      ? ''
      : text
          .replace(/\s+/g, '')
          .replace(/^[↑+]/, '')
          .replace(/^(?:↓|负(?=\d))/, '-');
  const digits = /^[+-]?[\d,，]{1,24}(?:\.\d{1,10})?/.exec(cell)?.[0];
  const match = digits === undefined ? null : CELL.exec(digits);
  if (!match || digits === undefined) return undefined;
  const after = unitAfter(cell, digits.length);
  if (after.end !== cell.length || after.more || (after.unit.text === '年' && match[2]?.length === 4))
    return undefined;
  const unit = after.unit.text === '' ? given : after.unit;
  return figureOf(
    `${match[1] === '-' ? '-' : ''}${(match[2] ?? '').replace(/[,，]/g, '')}${match[3] ?? ''}`,
    unit,
  );
}

/** Blank, or a dash that stands for nothing stated. */
export const isBlankCell = (text: string): boolean => NOTHING.test(text.trim());
