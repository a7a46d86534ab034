import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { isBase } from './growth-pairs.ts';
import { areHonours } from './honours.ts';
import { overlaps } from './part-words.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const MOST = 16;
/** Nothing but the word for a total, or 合同总价 after 合同价. */
const BARE =
  /^(?:[一二三四五六七八九两各]{1,2}(?:项|类|个|者|家|部分)?)?(?:合计|总计|共计|总共|共|累计)(?:为|是|达|约)?$/;
const NAMED = /总(?:价|额|量|数|投资|金额|面积|长度)(?:为|是|达)?$/;

/** A list first and its total after: 来信96件、来访316件，共计412件. */
export const totalsAfter = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((total, at) => {
    const subject = tight(total.subject);
    const bare = BARE.test(subject);
    if ((!bare && !NAMED.test(subject)) || total.opens || !isAddable(total)) return [];
    const before = statements.slice(Math.max(0, at - MOST), at);
    const list = listBefore(before, total);
    return list.length < 2 || mixesFullAndGained(list) ? [] : totalFinding(total, list, { bare, before });
  });

/** 产出40分得38分，效果20分得19分: full marks and marks gained stand side by side, and only one of them adds up. */
const mixesFullAndGained = (list: readonly Statement[]): boolean => {
  const gained = list.filter(
    ({ subject, figure }) => figure.unit.dimension === 'score' && /得/.test(subject),
  );
  return gained.length > 0 && gained.length < list.length;
};

const isAddable = ({ role, figure }: Statement): boolean =>
  (role === 'level' || role === 'share') &&
  !figure.approximate &&
  ['count', 'money', 'rate', 'score', 'none'].includes(figure.unit.dimension);

/** 每座8.5万元, 人均2400元; 每年 is no price of a thing. */
const PRICE =
  /每(?![年月季天日])[^，,。;]{1,6}$|每(?![年月季天日])[^，,。;]{0,4}(?:奖补|补助|补贴|资助|奖励|投资|造价)|[人户亩]均|单价|标准/;

/** 亩均投资分别为2400元、1500元: the second is a price as the first. */
const isPrice = (each: Statement, before: readonly Statement[]): boolean => {
  if (each.figure.unit.dimension !== 'money') return false;
  if (PRICE.test(tight(each.subject))) return true;
  const last = before[before.indexOf(each) - 1];
  const isNext = /^[和与及、]?$/.test(tight(each.subject)) && each.mark !== '，' && each.mark !== ',';
  return isNext && last !== undefined && isPrice(last, before);
};

/** 公厕12座，每座8.5万元，预算102万元: what is multiplied is no member of the sum, its product is. */
const isFactor = (each: Statement, before: readonly Statement[], total: Statement): boolean => {
  if (total.figure.unit.dimension !== 'money') return false;
  const next = before[before.indexOf(each) + 1];
  return (
    isPrice(each, before) ||
    (each.figure.unit.dimension === 'count' && next !== undefined && isPrice(next, before))
  );
};

/** 3个每个奖励1万元，合计14万元: a price whose product is not printed leaves a gap in the list. */
const isOpenPrice = (each: Statement, before: readonly Statement[]): boolean =>
  isPrice(each, before) && before[before.indexOf(each) + 1]?.figure.unit.dimension !== 'money';

/** Members go back to the beginning of the sentence; one mark stands between them all. */
function listBefore(before: readonly Statement[], total: Statement): readonly Statement[] {
  const list: Statement[] = [];
  for (const each of before.toReversed()) {
    const sameSentence = each.paragraph === total.paragraph && each.sentence === total.sentence;
    if (!sameSentence || each.depth !== total.depth) break;
    if (isFactor(each, before, total)) {
      if (isOpenPrice(each, before)) return [];
      continue;
    }
    if (!isAddable(each)) break;
    // A total before this one closed a list of its own.
    if (!sameUnit(each.figure, total.figure) || isBase(each) || BARE.test(tight(each.subject))) break;
    list.unshift(each);
    const [, second] = list;
    if (each.opens || /分别/.test(each.subject)) return list;
    if (list.length > 2 && second && second.mark !== list[2]?.mark && list[2]?.mark !== '') {
      return list.slice(1);
    }
  }
  return list;
}

const STATE = /满意|办结|完成|已|按期|按时|整改|新增|培训|答复|通过|回访|审定|支付/;

const LATER = /追加|增补|另|新增|增加|调增|上级|中央|年中|执行中/;

/** 总投资500万元，其中…，另群众自筹30万元，合计530万元: a total named before, and what came to it later. */
function isWithLater(total: Statement, before: readonly Statement[]): boolean {
  const here = before.filter(
    ({ paragraph, sentence, role, figure }) =>
      paragraph === total.paragraph &&
      sentence === total.sentence &&
      role !== 'share' &&
      sameUnit(figure, total.figure),
  );
  const later = here.filter(({ subject }) => LATER.test(tight(subject)));
  return here.some((whole, at) => {
    const added = later.filter((each) => here.indexOf(each) > at);
    return added.some((_, from) => sumOf(total, [whole, ...added.slice(from)]).verdict !== 'contradiction');
  });
}

interface Told {
  readonly bare: boolean;
  readonly before: readonly Statement[];
}

function totalFinding(
  total: Statement,
  list: readonly Statement[],
  { bare, before: near }: Told,
): readonly Finding[] {
  for (let from = 0; from + 2 <= list.length; from += 1) {
    const outcome = sumOf(total, list.slice(from));
    if (outcome.verdict !== 'contradiction') return [described(total, list.slice(from), outcome.verdict)];
  }
  if (isWithLater(total, near)) return [];
  // What stands for a total of its own, as 受理总数 does, need not be the list's.
  const first = list[0] as Statement;
  const divided = first.opens || /分别|按[^，,。;]{1,8}分/.test(first.subject);
  if (overlaps([...list, total]) || areHonours(list, total) || (!bare && !divided)) return [];
  if (total.figure.unit.dimension === 'rate' && !isHundred(total)) return [];
  const least = list.every((each) => compare(each.figure.value, total.figure.value) < 0);
  const plain = least && (divided || list.every((each) => !STATE.test(each.subject) && each.mark !== ';'));
  return least ? [described(total, list, plain ? 'contradiction' : 'doubtful')] : [];
}

const isHundred = ({ figure }: Statement): boolean => figure.value.num === 100n * figure.value.den;
const sumOf = (total: Statement, list: readonly Statement[]): ReturnType<typeof sumCloseness> =>
  sumCloseness(
    total.figure,
    list.map((each) => each.figure),
  );

function described(total: Statement, list: readonly Statement[], verdict: Finding['verdict']): Finding {
  const { unit } = total.figure;
  const { sum } = sumOf(total, list);
  const terms = list.map((each) => `${shownName(each.subject)}${said(each.figure)}`).join(' + ');
  const ask = verdict === 'doubtful' ? '；请说明合计包括哪些' : '';
  const calc = `${shownName(total.subject)}${said(total.figure)}；${terms} = ${inUnit(sum, unit)}${unit.text}${ask}`;
  const where = [total, ...list].map(placeOfStatement);
  return finding({ kind: 'sum', verdict, a: total.figure.value, b: sum, unit, calc, where });
}
