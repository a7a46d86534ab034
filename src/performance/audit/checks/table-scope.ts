import {
  absolute,
  compare,
  divide,
  fraction,
  minus,
  one,
  plus,
  times,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import type { Statement } from '../text/statement.ts';
import { sameUnit } from './growth-finding.ts';
import type { Table } from '../tables/table.ts';
import { figureOf, type Figure } from '../text/figure.ts';
import { twiceCloseness, type Closeness } from './closeness.ts';

interface Counted {
  readonly table: Table;
  readonly figure: Figure;
}

/**
 * A sentence may count what one row, a sub-total or one of several tables counts; the total of a table is what it means
 * only where no other row of that measure prints its figure.
 */
export const isOfOtherRow = (stated: Figure, sameMeasure: readonly Counted[]): boolean =>
  sameMeasure.some(({ figure }) => cellCloseness(figure, stated) === 'consistent');

/** 义务教育在校生58526人: 小学 and 初中 of a table that counts 高中 as well. */
export const isOfSomeRows = (stated: Figure, { figure, table }: Counted, column: number): boolean => {
  const rows = table.rows.filter(({ kind, cells }) => kind === 'detail' && cells[column]?.figure);
  const values = rows.slice(0, 60).map(({ cells }) => cells[column]?.figure?.value ?? zero);
  const scale = figure.unit.text === '' ? stated.unit.scale : one;
  return values.some((first, at) => {
    let together = first;
    return values.slice(at + 1).some((value) => {
      together = plus(together, value);
      return twiceCloseness({ ...stated, value: times(together, scale) }, stated) === 'consistent';
    });
  });
};

/** Each of several tables counts some of what the sentence counts. */
export const areSeveral = (sameMeasure: readonly Counted[]): boolean =>
  new Set(sameMeasure.map(({ table }) => table)).size > 1;

/** A table that names no unit means the unit of the sentence. */
export const cellCloseness = (cell: Figure, stated: Figure): Closeness =>
  twiceCloseness(cell.unit.text === '' ? { ...cell, ...figureOf(cell.printed, stated.unit) } : cell, stated);

/** A table may leave out what the sentence counts; only figures near each other are plainly the same one. */
export const isNear = (a: Figure, b: Figure): boolean => compare(apart(a, b), fraction('0.3')) <= 0;

function apart(a: Figure, b: Figure): Fraction {
  if (a.value.num === 0n) return one;
  return absolute(divide(minus(a.value, b.value), a.value));
}

/** 企业诉求214件，办结209件 beside 1538 in the table: its own base is less than what the table counts. */
export const isOfFewer = (each: Finding, stated: Statement, before: readonly Statement[]): boolean =>
  each.verdict !== 'consistent' &&
  before.some(
    (base) =>
      base.role === 'level' &&
      base.paragraph === stated.paragraph &&
      base.segment === stated.segment &&
      sameUnit(base.figure, stated.figure) &&
      compare(base.figure.value, stated.figure.value) >= 0 &&
      compare(base.figure.value, times(fraction(each.b), stated.figure.unit.scale)) < 0,
  );
