import { zero } from '#lib/fraction.ts';
import { cellPlace } from '../checks/table-rows.ts';
import { columnSums } from '../checks/relations.ts';
import { sumCloseness } from '../checks/closeness.ts';
import { conceptOf, conceptName, type Concept } from '../facts/concepts.ts';
import { wholeRowOf } from '../facts/collect.ts';
import type { Table } from '../tables/table.ts';
import { said } from '../text/figure.ts';
import type { Input } from './input.ts';

/** A blank is nothing only where the parts beside it already make up the stated total. */
export function provenNothing(tables: readonly Table[], part: Concept, total: Concept): Input | undefined {
  for (const table of tables) {
    for (const relation of columnSums(table)) {
      if (conceptOf(relation.total.name) !== total) continue;
      const column = relation.readings[0]?.find((each) => conceptOf(each.name) === part);
      const row = wholeRowOf(table);
      const stated = row?.cells[relation.total.index]?.figure;
      if (!column || !row || !stated || row.cells[column.index]?.figure) continue;
      const parts = (relation.readings[0] ?? []).flatMap((each) => {
        const figure = row.cells[each.index]?.figure;
        return figure ? [{ each, figure }] : [];
      });
      if (
        parts.length === 0 ||
        sumCloseness(
          stated,
          parts.map(({ figure }) => figure),
        ).verdict !== 'consistent'
      )
        continue;
      const working = parts.map(({ figure }) => figure.printed).join(' + ');
      const note = `${conceptName(part)}一栏空白，其余各项 ${working} = ${said(stated)}已等于${conceptName(total)}，故为0`;
      return {
        value: zero,
        places: [cellPlace(table, row, column), cellPlace(table, row, relation.total)],
        note,
        question: '',
      };
    }
  }
  return undefined;
}
