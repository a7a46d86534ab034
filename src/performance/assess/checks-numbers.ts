import { compare, divide, fraction, hundred, minus, plus, sum, times, toFixed } from '#lib/fraction.ts';
import { decimalsOf } from '../evaluation/figure.ts';
import type { FigureBook } from './figure-book.ts';
import { decimal, finding, likeness, type EvaluationFinding } from './finding.ts';
import { complements, equals, orders, rates, tallies, type SumRelation } from './relations.ts';

type Found = readonly EvaluationFinding[];
const printed = (book: FigureBook, key: string): string => book.figure(key)?.value ?? '0';

/** 分项之和 = 合计. A blank part makes a shortfall doubtful, never a surplus. */
function sumCheck(book: FigureBook, { whole, parts }: SumRelation): Found {
  const total = book.value(whole);
  const known = parts.filter((part) => book.value(part) !== undefined);
  if (!total || known.length === 0) return [];
  const added = sum(known.map((part) => book.value(part)!));
  const like = likeness(
    total,
    added,
    [whole, ...known].map((key) => printed(book, key)),
  );
  // One unit alone makes up the 汇总 row: that it equals itself is no news.
  if (like === 'consistent' && known.length === 1 && known[0]!.startsWith(`${whole}@`)) return [];
  const isShort = compare(added, total) < 0 && known.length < parts.length;
  return [
    finding(book, {
      id: `sum:${whole}=${parts[0]}`,
      kind: 'sum',
      verdict: like === 'contradiction' && isShort ? 'doubtful' : like,
      a: decimal(total),
      b: decimal(added),
      difference: decimal(minus(total, added)),
      calc: `${known.map((key) => book.said(key)).join(' + ')} = ${decimal(added)}，${book.said(whole)}`,
      figures: [whole, ...known],
    }),
  ];
}

/** A stated rate against its own numerator and denominator, at the decimals it is printed with. 11297 / 11303 = 99.95 % */
function rateChecks(book: FigureBook): Found {
  return rates.flatMap(({ rate, top, under }) => {
    const [stated, over, base] = [book.value(rate), book.value(top), book.value(under)];
    if (!stated || !over || !base || base.num === 0n) return [];
    const exact = times(divide(over, base), hundred);
    const decimals = decimalsOf(printed(book, rate));
    const worked = toFixed(exact, decimals);
    return [
      finding(book, {
        id: `rate:${rate}`,
        kind: 'rate',
        verdict: likeness(stated, fraction(worked), [worked]),
        a: printed(book, rate),
        b: worked,
        difference: decimal(minus(stated, fraction(worked))),
        calc: `${book.said(top)} / ${book.said(under)} = ${worked}%，${book.said(rate)}`,
        figures: [rate, top, under],
      }),
    ];
  });
}

function complementChecks(book: FigureBook): Found {
  return complements.flatMap(([a, b]) => {
    const [first, second] = [book.value(a), book.value(b)];
    if (!first || !second) return [];
    const rest = minus(hundred, second);
    return [
      finding(book, {
        id: `rate:${a}+${b}`,
        kind: 'rate',
        verdict: likeness(first, rest, [printed(book, a), printed(book, b)]),
        a: printed(book, a),
        b: decimal(rest),
        difference: decimal(minus(first, rest)),
        calc: `100% - ${book.said(b)} = ${decimal(rest)}%，${book.said(a)}`,
        figures: [a, b],
      }),
    ];
  });
}

/** 部分不大于整体. */
function orderChecks(book: FigureBook): Found {
  return orders.flatMap(({ parts, whole }) => {
    const total = book.value(whole);
    const values = parts.flatMap((part) => book.value(part) ?? []);
    if (!total || values.length < parts.length) return [];
    const added = values.reduce(plus);
    const isOver = compare(added, total) > 0;
    const working = parts.map((part) => book.said(part)).join(' + ');
    const result = parts.length > 1 ? ` = ${decimal(added)}` : '';
    return [
      finding(book, {
        id: `order:${parts.join('+')}<${whole}`,
        kind: 'order',
        verdict: isOver ? 'contradiction' : 'consistent',
        a: decimal(added),
        b: decimal(total),
        difference: decimal(minus(added, total)),
        calc: `${working}${result}，${isOver ? '大于' : '不大于'}${book.said(whole)}`,
        figures: [...parts, whole],
      }),
    ];
  });
}

/** 同一事项两处表述. */
function equalChecks(book: FigureBook): Found {
  return equals.flatMap(([a, b]) => {
    const [first, second] = [book.value(a), book.value(b)];
    if (!first || !second) return [];
    return [
      finding(book, {
        id: `equal:${a}=${b}`,
        kind: 'equal',
        verdict: likeness(first, second, [printed(book, a), printed(book, b)]),
        a: printed(book, a),
        b: printed(book, b),
        difference: decimal(minus(first, second)),
        calc: `${book.said(a)}，${book.said(b)}，两者为同一事项`,
        figures: [a, b],
      }),
    ];
  });
}

function tallyChecks(book: FigureBook): Found {
  return tallies.flatMap(({ of, from }) => {
    const due = book.value(of);
    const readings = from.flatMap((keys) => {
      const values = keys.flatMap((key) => book.value(key) ?? []);
      return values.length === keys.length ? [{ keys, added: values.reduce(plus) }] : [];
    });
    const [first] = readings;
    if (!due || !first) return [];
    const isMet = readings.some(({ added }) => compare(added, due) === 0);
    const working = readings.map(({ keys, added }) => {
      const off = minus(due, added);
      return `与${keys.map((key) => book.said(key)).join(' + ')}相差${off.num > 0n ? '+' : ''}${decimal(off)}`;
    });
    return [
      finding(book, {
        id: `cross:${of}`,
        kind: 'cross',
        verdict: isMet ? 'consistent' : 'doubtful',
        a: printed(book, of),
        b: decimal(first.added),
        difference: decimal(minus(due, first.added)),
        calc: `${book.said(of)}，${working.join('；')}`,
        figures: [of, ...new Set(readings.flatMap(({ keys }) => keys))],
      }),
    ];
  });
}

const WHOLE = new Set(['件', '条', '人', '台', '项', '个', '次']);
/** 件数、人数 are whole and not negative. */
function integerChecks(book: FigureBook, keys: readonly string[]): Found {
  return keys.flatMap((key) => {
    const value = book.value(key);
    if (!value || !WHOLE.has(book.figure(key)!.unit) || (value.den === 1n && value.num >= 0n)) return [];
    const calc = `${book.said(key)}，应为不小于0的整数`;
    const a = printed(book, key);
    return [
      finding(book, {
        id: `integer:${key}`,
        kind: 'integer',
        verdict: 'contradiction',
        a,
        b: '',
        calc,
        figures: [key],
      }),
    ];
  });
}

export const numberChecks = (book: FigureBook, keys: readonly string[]): Found => [
  ...book.sums.flatMap((each) => sumCheck(book, each)),
  ...rateChecks(book),
  ...complementChecks(book),
  ...orderChecks(book),
  ...equalChecks(book),
  ...tallyChecks(book),
  ...integerChecks(book, keys),
];
