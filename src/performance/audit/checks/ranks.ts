import { compare, type Fraction } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { cellPlace } from './table-rows.ts';

const RANK = /排名|名次|位次/;
const RANKED_BY = /得分|分值|总分|指数|率|综合/;

/** A ranking against the values it ranks by. */
export const ranks = (tables: readonly Table[]): readonly Finding[] =>
  tables.flatMap((table) =>
    table.columns.filter((column) => RANK.test(column.name)).flatMap((rank) => rankFindings(table, rank)),
  );

interface Ranked {
  readonly row: Row;
  readonly rank: Fraction;
  readonly value: Fraction;
}

function rankFindings(table: Table, rank: Column): readonly Finding[] {
  const usable = table.columns.filter(
    (column) =>
      (column.kind === 'amount' || column.kind === 'rate') && RANKED_BY.test(column.name) && column !== rank,
  );
  const scores = usable.filter((column) => /得分|总分|指数|综合/.test(column.name));
  const values = scores.length > 0 ? scores : usable;
  const tries = values
    .map((value) => ({ value, ranked: rankedBy(table, rank, value) }))
    .filter(({ ranked }) => ranked.length >= 4);
  const best = tries.toSorted((a, b) => inversions(a.ranked).length - inversions(b.ranked).length)[0];
  if (!best) return [];
  const wrong = inversions(best.ranked);
  // One value out of place turns at most two neighbours round; more means the rank follows something else.
  if (wrong.length > (best.ranked.length >= 6 ? 2 : 1)) return [];
  if (wrong.length === 0) {
    const calc = `${rank.name}与${best.value.name}的大小顺序一致（共${best.ranked.length}行）`;
    const first = best.ranked[0];
    return first
      ? [
          finding({
            kind: 'order',
            verdict: 'consistent',
            a: first.value,
            b: first.value,
            calc,
            where: [cellPlace(table, first.row, rank)],
          }),
        ]
      : [];
  }
  return wrong.map(([above, below]) => {
    const calc = `${above.row.label}排名在${below.row.label}之前，${best.value.name}${above.row.cells[best.value.index]?.text ?? ''}低于${below.row.cells[best.value.index]?.text ?? ''}`;
    const where = [above, below].flatMap(({ row }) => [
      cellPlace(table, row, best.value),
      cellPlace(table, row, rank),
    ]);
    return finding({ kind: 'order', verdict: 'contradiction', a: above.value, b: below.value, calc, where });
  });
}

function rankedBy(table: Table, rank: Column, value: Column): readonly Ranked[] {
  return table.rows
    .flatMap((row) => {
      const place = /^\d{1,4}$/.exec(row.cells[rank.index]?.text.trim() ?? '');
      const figure = row.cells[value.index]?.figure;
      return place && figure && row.kind === 'detail'
        ? [{ row, rank: { num: BigInt(place[0]), den: 1n }, value: figure.value }]
        : [];
    })
    .toSorted((a, b) => compare(a.rank, b.rank));
}

function inversions(ranked: readonly Ranked[]): readonly (readonly [Ranked, Ranked])[] {
  return ranked.slice(1).flatMap((below, at) => {
    const above = ranked[at];
    return above && compare(above.value, below.value) < 0 && compare(above.rank, below.rank) < 0
      ? [[above, below] as const]
      : [];
  });
}
