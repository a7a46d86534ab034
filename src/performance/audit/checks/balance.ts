import { minus, sum, zero, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { accountOf, isInTotal, nameOf, type Account } from '../facts/account.ts';
import { conceptName } from '../facts/concepts.ts';
import type { Fact } from '../facts/fact.ts';
import { finding, inUnit } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { sumCloseness, type Closeness } from './closeness.ts';

/** What was carried in and came in, less what went out and was distributed, is what is left. */
export function balance(facts: readonly Fact[], saysNothingElse = false): readonly Finding[] {
  const account = accountOf(facts);
  const readings = account ? readingsOf(account) : [];
  const [first] = readings;
  if (!account || !first) return [];
  const held =
    readings.find(({ verdict }) => verdict === 'consistent') ??
    readings.find(({ verdict }) => verdict === 'rounding');
  const shown = held ?? first;
  const isShared = account.beside.some((fact) => BETWEEN_LEVELS.test(nameOf(fact)));
  if (shown.verdict === 'contradiction' && isShared) return [];
  return [described(account, shown, saysNothingElse)];
}

/** The account of a town or a county also has what other levels gave and took. */
const BETWEEN_LEVELS = /上解|转移性|补助收入|调入|调出|稳定调节|债[务券]/;

interface Reading {
  readonly added: readonly Fact[];
  readonly taken: readonly Fact[];
  readonly left: Fraction;
  readonly verdict: Closeness;
}

/**
 * The fullest account first. What was carried in counts once: beside the year's income, or inside 收入总计, where a surplus
 * of this year alone leaves it out.
 */
function readingsOf(account: Account): readonly Reading[] {
  const { surplus, incomes, spendings, carried, used, given } = account;
  const befores = [[], ...carried.map((each) => [each])];
  return incomes.flatMap((income) =>
    spendings.flatMap((spending) => {
      const beside = isWithoutCarried(income, surplus) ? befores : befores.toReversed();
      return [
        ...beside.map((before) => readingOf(surplus, [income, ...before, ...used], [spending, ...given])),
        ...befores.map((before) => readingOf(surplus, [income, ...before], [spending])),
        ...carried.map((before) => readingOf(surplus, [income], [before, spending])),
      ];
    }),
  );
}

const isWithoutCarried = (income: Fact, surplus: Fact): boolean => isInTotal(income) || isOfYear(surplus);
const isOfYear = ({ name }: Fact): boolean => /当年|本年|收支/.test(name);

function readingOf(surplus: Fact, added: readonly Fact[], taken: readonly Fact[]): Reading {
  const figures = [...added.map(({ figure }) => figure), ...taken.map(({ figure }) => negative(figure))];
  const { verdict, sum: left } = sumCloseness(surplus.figure, figures);
  return { added, taken, left, verdict };
}

const negative = (figure: Figure): Figure => ({ ...figure, value: minus(zero, figure.value) });

/** Nothing is left out of the account: all that came in is printed a second time, the text says so, or the table closes its own year. */
function isPlain({ surplus, beside }: Account, { added }: Reading, saysNothingElse: boolean): boolean {
  if (isOfYear(surplus)) return surplus.source === 'table';
  if (saysNothingElse && added.length > 1) return true;
  const [first] = added;
  if (!first || added.length < 2) return false;
  const all = { ...first.figure, value: sum(added.map(({ figure }) => figure.value)) };
  return beside.some(
    (other) => !added.includes(other) && sumCloseness(all, [other.figure]).verdict === 'consistent',
  );
}

function described(account: Account, reading: Reading, saysNothingElse: boolean): Finding {
  const { surplus } = account;
  const { added, taken, left } = reading;
  const { unit } = surplus.figure;
  const doubted = reading.verdict === 'contradiction' && !isPlain(account, reading, saysNothingElse);
  const verdict = doubted ? 'doubtful' : reading.verdict;
  const working = `${added.map(term).join(' + ')} − ${taken.map(term).join(' − ')} = ${inUnit(left, unit)}${unit.text}`;
  const calc = `${surplus.name}${said(surplus.figure)}；${working}${doubted ? '；请说明是否另有结转或分配' : ''}`;
  const where = [surplus, ...added, ...taken].map(({ place }) => place);
  // What was carried in is not known: it stands somewhere else, or in words that were not read.
  const severity = doubted && account.carried.length === 0 ? ({ severity: 'minor' } as const) : {};
  return finding({ kind: 'sum', verdict, ...severity, a: surplus.figure.value, b: left, unit, calc, where });
}

const term = (fact: Fact): string =>
  `${fact.concept ? conceptName(fact.concept) : nameOf(fact)}${said(fact.figure)}`;
