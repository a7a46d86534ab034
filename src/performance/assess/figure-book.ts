import { sum, type Fraction } from '#lib/fraction.ts';
import type { Content } from '../evaluation/evaluation.ts';
import { cellKey, columnOf, shownFigure, valueOf, type Figure } from '../evaluation/figure.ts';
import { knownFigures } from '../evaluation/known.ts';
import { moneyTables } from '../evaluation/tables.ts';
import { otherSums, tableSums, type SumRelation } from './relations.ts';

/** The figures of an evaluation, with words for them: what every check reads. */
export interface FigureBook {
  readonly figure: (key: string) => Figure | undefined;
  readonly value: (key: string) => Fraction | undefined;
  readonly title: (key: string) => string;
  /** Title and value: `收入合计1595.33万元`, `局机关收入合计1595.33万元`. */
  readonly said: (key: string) => string;
  /** Table, row and column of the form, or the figure's title. */
  readonly place: (key: string) => string;
  /** All sums that ought to hold, for 汇总 and every unit. */
  readonly sums: readonly SumRelation[];
  /** Blanks that a row sum proves to be nothing, with that sum in words. */
  readonly provenZeros: ReadonlyMap<string, string>;
}

export function figureBook(content: Pick<Content, 'figures' | 'units'>): FigureBook {
  const { figures, units } = content;
  const figure = (key: string): Figure | undefined => figures[key];
  const value = (key: string): Fraction | undefined => valueOf(figures[key]);
  const plain = (key: string): string =>
    figures[key]?.title ?? knownFigures.get(columnOf(key))?.title ?? columnOf(key);
  const unitOf = (key: string): string | undefined => {
    const unit = key.split('@')[1];
    return unit === undefined ? undefined : (units.find((each) => each.key === unit)?.name ?? unit);
  };
  const title = (key: string): string => `${unitOf(key) ?? ''}${plain(key)}`;
  const place = (key: string): string => {
    const table = moneyTables.find((each) => each.columns.some((column) => column.key === columnOf(key)));
    return table ? `${table.title} ${unitOf(key) ?? '汇总'} ${plain(key)}` : plain(key);
  };
  const sums = everySum(units.map((unit) => unit.key));
  const book = {
    figure,
    value,
    title,
    place,
    said: (key: string) => title(key) + shownFigure(figure(key)),
    sums,
  };
  return { ...book, provenZeros: provenZeros(book) };
}

function everySum(units: readonly string[]): readonly SumRelation[] {
  const rows = [null, ...units].flatMap((unit) =>
    tableSums.map(({ whole, parts }) => ({
      whole: cellKey(whole, unit),
      parts: parts.map((part) => cellKey(part, unit)),
    })),
  );
  const columns = moneyTables
    .flatMap((each) => each.columns)
    .map(({ key }) => ({ whole: key, parts: units.map((unit) => cellKey(key, unit)) }));
  return [...rows, ...(units.length > 0 ? columns : []), ...otherSums];
}

/** 797.73 + 797.6 = 1595.33: then the other sources, left blank, were nothing. */
function provenZeros(book: Omit<FigureBook, 'provenZeros'>): ReadonlyMap<string, string> {
  const zeros = new Map<string, string>();
  for (const { whole, parts } of book.sums) {
    const total = book.value(whole);
    const known = parts.filter((part) => book.value(part) !== undefined);
    if (!total || known.length === 0 || known.length === parts.length) continue;
    const added = sum(known.map((part) => book.value(part)!));
    if (added.num * total.den !== total.num * added.den) continue;
    const working = `${known.map((part) => book.figure(part)!.value).join(' + ')} = ${book.figure(whole)!.value}`;
    for (const part of parts) {
      const state = book.figure(part)?.state ?? 'blank';
      if (state === 'blank' && !zeros.has(part))
        zeros.set(part, `${book.title(part)}空白：${working}，即${book.title(whole)}，空白处为0`);
    }
  }
  return zeros;
}
