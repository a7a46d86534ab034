import { compare, equal, minus, sum } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { sumCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const BACK = 6;
const REST =
  /^(?:剩余|其余|余下|尚余|尚有|资金结余|结余资金|结余|节约|节约资金|节余)(?:资金|金额|的)?(?:为|是)?$/;
/** What is done of a whole leaves the rest to do; members of a list leave the rest of a total somewhere before. */
const DONE = /已|完成|办结|整治|整改|支付|支出|使用|拨付|中标|销号|兑付|发放|到位|审结|结案|审定/;
const CARRIED = /上年|年初结转|结转|追加|退回|调剂|其他|跨年/;

/** 预算900万元，中标价865.4万元，节约34.6万元: what is left is the difference of two figures before it. */
export const remainders = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((rest, at) => {
    const same = (other: Statement): boolean =>
      other.role === 'level' &&
      other.paragraph === rest.paragraph &&
      other.sentence === rest.sentence &&
      other.depth === rest.depth &&
      !other.figure.approximate &&
      sameUnit(other.figure, rest.figure);
    if (!same(rest) || !REST.test(tight(rest.subject)) || !isAmount(rest)) return [];
    const before = ofOneItem(statements.slice(Math.max(0, at - BACK), at).filter(same), rest);
    const tried = pairsOf(before).map(([whole, spent]) => outcomeOf(whole, spent, rest));
    const held = tried.find((each) => each.verdict !== 'contradiction');
    if (held) return [described(held, held.verdict)];
    const [nearest] = tried;
    if (!nearest || isOfSeveral(before, rest)) return [];
    const open = before.length > 2 || before.some((each) => CARRIED.test(each.subject + each.after));
    const thing =
      !/结余|节余/.test(rest.subject) &&
      DONE.test(nearest.spent.subject) &&
      before.every((each) => !CARRIED.test(each.subject));
    const ofList = before.length > 2 && !DONE.test(nearest.spent.subject);
    if (ofList && /其余|剩余|余下/.test(rest.subject)) return [];
    return [described(nearest, open && !thing ? 'doubtful' : 'contradiction')];
  });

/** 工程中标860万元，节约40万元，采购成交90万元，节约6万元: each item has a rest of its own. */
function ofOneItem(before: readonly Statement[], rest: Statement): readonly Statement[] {
  const last = before.findLastIndex(({ subject }) => tight(subject) === tight(rest.subject));
  return before.slice(last + 1);
}

/** 上年结转30万元，本年收入500万元，支出480万元，结余50万元: one of them was spent from all the others. */
const isOfSeveral = (before: readonly Statement[], rest: Statement): boolean =>
  before.some((spent) => {
    const others = before.filter((each) => each !== spent).map((each) => each.figure.value);
    return equal(minus(sum(others), spent.figure.value), rest.figure.value);
  });

const isAmount = ({ figure }: Statement): boolean =>
  figure.unit.dimension === 'money' || figure.unit.dimension === 'count';

type Pair = readonly [Statement, Statement];
/** Every whole with what was taken from it, the nearest first. */
const pairsOf = (before: readonly Statement[]): readonly Pair[] =>
  before.toReversed().flatMap((spent, at, all) =>
    all
      .slice(at + 1)
      .filter((whole) => compare(whole.figure.value, spent.figure.value) >= 0)
      .map((whole): Pair => [whole, spent]),
  );

interface Outcome {
  readonly whole: Statement;
  readonly spent: Statement;
  readonly rest: Statement;
  readonly verdict: Finding['verdict'];
}
const outcomeOf = (whole: Statement, spent: Statement, rest: Statement): Outcome => ({
  whole,
  spent,
  rest,
  verdict: sumCloseness(whole.figure, [spent.figure, rest.figure]).verdict,
});

function described({ whole, spent, rest }: Outcome, verdict: Finding['verdict']): Finding {
  const { unit } = rest.figure;
  const b = minus(whole.figure.value, spent.figure.value);
  const ask = verdict === 'doubtful' ? '；请说明结余的构成' : '';
  const calc = `${shownName(rest.subject)}${said(rest.figure)}；${said(whole.figure)} − ${said(spent.figure)} = ${inUnit(b, unit)}${unit.text}${ask}`;
  const where = [rest, whole, spent].map(placeOfStatement);
  return finding({ kind: 'sum', verdict, a: rest.figure.value, b, unit, calc, where });
}
