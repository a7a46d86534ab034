import { twiceCloseness } from '../checks/closeness.ts';
import type { Row, Table } from '../tables/table.ts';
import { figureOf, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { isAmount } from './figures.ts';
import { shareWord } from './words.ts';

/** Does a row or a column that the sentence may also name print the very figure? */
export function isCellElsewhere(accused: Statement, tables: readonly Table[]): boolean {
  const words = tight(accused.subject + accused.after);
  return tables.some((table) =>
    table.rows.some((row) =>
      row.cells.some((cell, at) => {
        if (!cell?.figure || twiceCloseness(cell.figure, accused.figure) !== 'consistent') return false;
        const column = table.columns[at]?.name ?? '';
        return shareWord(words, tight(row.label)) || shareWord(words, tight(column));
      }),
    ),
  );
}

/** 基本支出892.50万元，执行率98.62%: does a row print this rate beside one of the amounts the sentence has just named? */
export function isRateOfRow(rate: Statement, near: readonly Statement[], tables: readonly Table[]): boolean {
  const amounts = near
    .filter((other) => isAmount(other) && other.sentence === rate.sentence && other.start < rate.start)
    .slice(-2);
  const prints = (row: Row, figure: Figure): boolean =>
    row.cells.some((cell) => {
      if (!cell?.figure) return false;
      const stated = cell.figure.unit.text === '' ? figureOf(cell.figure.printed, figure.unit) : cell.figure;
      const alike = stated.unit.dimension === figure.unit.dimension;
      return alike && twiceCloseness(stated, figure) === 'consistent';
    });
  return tables.some(({ rows }) =>
    rows
      .slice(0, MOST_ROWS)
      .some((row) => prints(row, rate.figure) && amounts.some(({ figure }) => prints(row, figure))),
  );
}

const MOST_ROWS = 400;
