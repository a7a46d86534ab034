import { twiceCloseness } from '../checks/closeness.ts';
import type { Table } from '../tables/table.ts';
import { tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
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
