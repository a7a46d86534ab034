import { minus, plus, sum, zero, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { conceptName } from '../facts/concepts.ts';
import { carriedOver, isInTotal, isOfYear, type Account } from '../facts/accounts.ts';
import type { Fact } from '../facts/fact.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { sumCloseness } from './closeness.ts';

/**
 * What was carried in and what came in, less what went out and was distributed, is what is left. A sentence or a table
 * that holds the whole account is read by itself before figures from all over the document.
 */
export function balance(facts: readonly Fact[]): readonly Finding[] {
  const tried = carriedOver(facts).flatMap(readings);
  const held = tried.find(({ holds }) => holds);
  const [first] = tried;
  return first ? [described(held ?? first)] : [];
}

interface Reading {
  readonly surplus: Fact;
  readonly added: readonly Fact[];
  readonly taken: readonly Fact[];
  readonly result: Fraction;
  readonly holds: boolean;
  /** What came in altogether is printed as well, and spending and surplus are not that. */
  readonly witnessed: boolean;
}

/** The whole account first; then without what was carried in, which 收入 may hold; then without all that is rare. */
function readings(account: Account): readonly Reading[] {
  const { income, spending, carried, used, given } = account;
  const inside = carried && (isInTotal(income) || isOfYear(account.surplus)) ? [] : carried;
  return [
    readingOf(account, [income, ...(inside ? [inside].flat() : []), ...used], [spending, ...given]),
    readingOf(account, [income, ...used], [spending, ...given]),
    readingOf(account, carried ? [income, carried] : [income], [spending]),
    readingOf(account, [income], [spending]),
  ];
}

function readingOf(
  { surplus, beside }: Account,
  added: readonly Fact[],
  taken: readonly Fact[],
): Reading {
  const figures = [...added.map(({ figure }) => figure), ...taken.map(({ figure }) => negative(figure))];
  const { verdict, sum: result } = sumCloseness(surplus.figure, figures);
  const all = sum(added.map(({ figure }) => figure.value));
  const witnessed =
    added.length > 1 &&
    beside.some((other) => sumCloseness({ ...other.figure, value: all }, [other.figure]).verdict !== 'contradiction');
  return { surplus, added, taken, result, holds: verdict !== 'contradiction', witnessed };
}

const negative = (figure: Figure): Figure => ({ ...figure, value: minus(zero, figure.value) });

function described({ surplus, added, taken, result, holds, witnessed }: Reading): Finding {
  const { unit } = surplus.figure;
  const figures = [...added.map(({ figure }) => figure), ...taken.map(({ figure }) => negative(figure))];
  const plain = witnessed || isOfYear(surplus);
  const verdict = holds
    ? sumCloseness(surplus.figure, figures).verdict
    : plain
      ? 'contradiction'
      : 'doubtful';
  const working = `${added.map(term).join(' + ')} − ${taken.map(term).join(' − ')} = ${inUnit(result, unit)}${unit.text}`;
  const calc = `${surplus.name}${said(surplus.figure)}；${working}${verdict === 'doubtful' ? '；请说明是否另有结转或分配' : ''}`;
  const where = [surplus, ...added, ...taken].map(({ place }) => place);
  return finding({ kind: 'sum', verdict, a: surplus.figure.value, b: plus(result, zero), unit, calc, where });
}

const term = ({ concept, name, figure }: Fact): string =>
  `${concept ? conceptName(concept) : name}${said(figure)}`;
