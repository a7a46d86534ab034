import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { sumCloseness, type Closeness } from './closeness.ts';
import { cellPlace } from './table-rows.ts';

interface Coded {
  readonly row: Row;
  readonly code: string;
}

/**
 * The rows of a table by their codes: 213 类, 21301 款, 2130101 项. Undefined where no code is the beginning of another.
 * Source: 政府收支分类科目.
 */
export function codedRows(table: Table): readonly Coded[] | undefined {
  const column = table.columns.find(({ kind, name }) => kind === 'index' && /(?:编码|代码)$/.test(name));
  if (!column) return undefined;
  const coded = table.rows.flatMap((row) => {
    const code = tight(row.cells[column.index]?.text ?? '');
    return /^\d{3}(?:\d\d){0,2}$/.test(code) ? [{ row, code }] : [];
  });
  return coded.some((a, at) => coded[at + 1]?.code.startsWith(a.code)) ? coded : undefined;
}

interface Family {
  readonly parent: Row;
  readonly children: readonly Row[];
}

/** 类 is the sum of its 款, 款 of its 项, and 合计 of all 类; where the table lists them all. */
export function codeSums(table: Table): readonly Finding[] {
  const coded = codedRows(table);
  if (!coded) return [];
  const total = table.rows.find((row) => row.kind === 'total');
  const tops = coded.filter(({ code }) => code.length === 3).map(({ row }) => row);
  const families: readonly Family[] = [
    ...(total && tops.length > 0 ? [{ parent: total, children: tops }] : []),
    ...coded.flatMap(({ row, code }) => {
      const children = coded.filter(
        (other) => other.code.length === code.length + 2 && other.code.startsWith(code),
      );
      return children.length > 0 ? [{ parent: row, children: children.map((child) => child.row) }] : [];
    }),
  ];
  const columns = table.columns.filter(({ kind }) => kind === 'amount');
  const tried = families.flatMap((family) => columns.flatMap((column) => tryColumn(family, column)));
  const fails = tried.filter(({ verdict }) => verdict === 'contradiction').length;
  const holds = tried.length - fails;
  // A list of some of the subjects proves nothing, unless they are more than their class.
  if (holds < 2 * Math.max(1, fails) || fails > 4) return [];
  const isOpen = ({ sum, stated, verdict }: Tried): boolean =>
    verdict === 'contradiction' && holds < 3 * fails && compare(sum, stated.value) < 0;
  return tried.filter((each) => !isOpen(each)).map((each) => described(table, each));
}

interface Tried extends Family {
  readonly column: Column;
  readonly stated: Figure;
  readonly verdict: Closeness;
  readonly sum: ReturnType<typeof sumCloseness>['sum'];
}

function tryColumn({ parent, children }: Family, column: Column): readonly Tried[] {
  const stated = parent.cells[column.index]?.figure;
  const members = children.filter((row) => row.cells[column.index]?.figure);
  if (!stated || members.length === 0) return [];
  const figures = members.map((row) => row.cells[column.index]?.figure as Figure);
  return [{ parent, children: members, column, stated, ...sumCloseness(stated, figures) }];
}

function described(table: Table, { parent, children, column, stated, verdict, sum }: Tried): Finding {
  const terms = children.map((row) => `${row.label}${row.cells[column.index]?.text.trim() ?? ''}`);
  const shown = `${terms.slice(0, 12).join(' + ')}${terms.length > 12 ? ` + …（共${terms.length}行）` : ''}`;
  const calc = `${parent.label}的${column.name}${said(stated)}；${shown} = ${inUnit(sum, stated.unit)}${stated.unit.text}`;
  const where = [parent, ...children.slice(0, 8)].map((row) => cellPlace(table, row, column));
  return finding({ kind: 'sum', verdict, a: stated.value, b: sum, unit: stated.unit, calc, where });
}
