import { fraction, minus } from '#lib/fraction.ts';
import { num } from '../num.ts';
import type { Num, PartOfStep } from '../rule.ts';
import { awardIn, type Award } from './award.ts';
import { N, readNumber } from './text.ts';

export interface Statement {
  readonly body: string;
  readonly award: Award;
}
/** A rule's text taken apart. Nothing is dropped: what is no statement and no limit stands in `notes`. */
export interface Clauses {
  readonly statements: readonly Statement[];
  /** Clauses without an award, each with the number of statements before it. */
  readonly notes: readonly { readonly text: string; readonly at: number }[];
  /** 以100%为标准 */
  readonly standard?: string;
  /** 扣完为止 is 0; 最多扣2分 is full − 2. */
  readonly floor?: Num;
  /** 最高加5分, 满分为止. */
  readonly cap?: Num | 'full';
  readonly partial?: PartOfStep;
  readonly definition?: string;
  /** 得分=完成率×分值 */
  readonly formula?: string;
}

const THIS = '(?:该|此|本)?(?:项|指标)?(?:的)?(?:分值|分数|得分|所得分|权重分?|满分)?';
const ZERO_FLOOR = new RegExp(
  `^(?:直至|直到|至|以)?${THIS}(?:扣|减|扣减|扣除)(?:完|光|至|到|为)?${THIS}(?:0分?|零分?|分)?为止$|^(?:不计|不得|不出现|不倒扣|不扣)(?:为)?负分$|^不倒扣分?$|^${THIS}(?:最低|最少)(?:得|计|为|扣至|扣到)?(?:0|零)分(?:为止)?$|^(?:直至|直到)?${THIS}扣完(?:即止|止)?$`,
);
const FLOOR = new RegExp(`^${THIS}(?:最低|最少)(?:得|计|为)?(${N})分$`);
const MOST_OFF = new RegExp(
  `^${THIS}(?:累计|合计|共)?(?:最多|最高|至多)?(?:扣分|扣减|扣除|扣)(?:最多|最高)?(?:不超过)?(${N})分$`,
);
const MOST_OFF_WORD = /最多|最高|至多|不超过/;
const MOST_ON = new RegExp(
  `^${THIS}(?:累计|合计|共)?(?:最多|最高|至多|上限)?(?:为|可)?(?:加分|加|得|计)?(?:最多|最高|上限)?(?:不超过|为)?(${N})分(?:为止)?$`,
);
const FULL_CAP =
  /^(?:至|得|加)?满分为止$|^(?:最高|最多)(?:得|计|不超过)?(?:满分|分值|权重分)$|^(?:得分)?不超过(?:该项|本项)?(?:满分|分值)$/;
const STANDARD = new RegExp(`^以(${N})%?为(?:标准|基准|基数)$`);
const STARTED =
  /^不足(?:1|一)?个?(?:百分点|点|天|1%|一步|单位)?的?(?:按|以)(?:1|一)个?(?:百分点|点|天|%|步|单位)?(?:计|计算|扣分)$/;
const WHOLE = /^不足(?:1|一)?个?(?:百分点|点|天|1%|单位)?的?(?:不扣分|不计|不扣)$/;
const PRO_RATA = /^不足(?:1|一)?个?(?:百分点|点|天|1%|单位)?的?按比例(?:扣分|计算|扣)$/;
const DEFINITION = /(?:率|度|比例)=.*(?:\/|÷)/;

const FORMULA =
  /^(?:按)?(?:本项|该项|此项|指标|该指标|实际|评价|自评|单项)*(?:得分|计分|评分)(?:公式)?(?:=|：|为)(?!\d+(?:\.\d+)?分?$)(.+)$/;

type Open = { -readonly [K in keyof Clauses]: Clauses[K] } & {
  statements: Statement[];
  notes: { text: string; at: number }[];
};

/** `text` is normalised. */
export function clauses(text: string, full: Num): Clauses {
  const found: Open = { statements: [], notes: [] };
  for (const sentence of text.split(/[；。]/)) readSentence(sentence, full, found);
  return found;
}

function readSentence(sentence: string, full: Num, found: Open): void {
  let body: string[] = [];
  const flush = (): void => {
    if (body.length > 0) found.notes.push({ text: body.join('，'), at: found.statements.length });
    body = [];
  };
  for (const clause of sentence.split('，')) {
    if (clause === '' || takeLimit(clause, full, found)) continue;
    const awarded = DEFINITION.test(clause) ? undefined : awardIn(clause);
    if (!awarded) body.push(clause);
    else {
      found.statements.push({
        body: [...body, awarded.body].filter((each) => each !== '').join('，'),
        award: awarded.award,
      });
      body = [];
    }
  }
  flush();
}

/** 扣完为止 and its kin: limits on the rule, not statements of their own. */
function takeLimit(clause: string, full: Num, found: Open): boolean {
  const standard = STANDARD.exec(clause)?.[1];
  const formula = FORMULA.exec(clause)?.[1];
  const least = FLOOR.exec(clause)?.[1];
  const mostOff = MOST_OFF_WORD.test(clause) ? MOST_OFF.exec(clause)?.[1] : undefined;
  const mostOn = /最多|最高|至多|上限|不超过/.test(clause) ? MOST_ON.exec(clause)?.[1] : undefined;
  if (formula && found.formula === undefined) found.formula = formula;
  else if (ZERO_FLOOR.test(clause)) found.floor = '0';
  else if (least) found.floor = readNumber(least);
  else if (mostOff) found.floor = num(minus(fraction(full), fraction(readNumber(mostOff))));
  else if (FULL_CAP.test(clause)) found.cap = 'full';
  else if (mostOn) found.cap = readNumber(mostOn);
  else if (standard) found.standard = readNumber(standard);
  else if (STARTED.test(clause)) found.partial = 'started';
  else if (WHOLE.test(clause)) found.partial = 'whole';
  else if (PRO_RATA.test(clause)) found.partial = 'pro-rata';
  else if (DEFINITION.test(clause) && !/分值|得分/.test(clause)) found.definition = clause;
  else return false;
  return true;
}

/** Notes that say nothing of points or amounts: explanations that leave the rule as it is. */
export const isHarmless = (note: string): boolean =>
  !/[扣得加减计]\S{0,3}分|分值|满分|按比例|折算|不适用|择其一/.test(note) &&
  !/\d+(?:\.\d+)?(?:%|个百分点)/.test(note);

/** Limits that only some kinds know; where one stands, the other kinds have not understood the whole text. */
export const hasLimits = ({ standard, floor, cap, partial, formula }: Clauses): boolean =>
  [standard, floor, cap, partial, formula].some((each) => each !== undefined);
