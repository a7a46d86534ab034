import { cellFigure, isBlankCell, type Figure } from '../text/figure.ts';
import { fold, tight } from '../text/fold.ts';
import { bare, isUnitName, unitNamed, type Unit } from '../text/units.ts';
import { fraction } from '#lib/fraction.ts';
import { headerName } from './header-row.ts';
import { layOut, type Layout } from './layout.ts';
import type { RawCell } from './raw.ts';
import { rowKind } from './row-kind.ts';
import type { Segment } from './segment.ts';
import { sideBySide } from './side-by-side.ts';
import type { Column, Row, Table, TableCell } from './table.ts';

const PERCENT: Unit = { text: '%', dimension: 'rate', scale: fraction(1) };
const RATIO: Unit = { text: '', dimension: 'rate', scale: fraction(100) };
const NOT_MONEY =
  /人数|个数|次数|件数|份数|数量|编制|在职|实有|面积|分值|得分|权重|满分|序号|行次|排名|名次|台|辆/;
const OF_FORM = /^[(（]?(?:金额|计量|货币)?单位\s?[:：]/;
const IS_RATE = /率(?:[(（].{0,8}[)）])?$|百分比|占比|比重|比例|同比|环比|增幅|增长[(（]?%|%[)）]?$/;
const IS_INDEX = /^(?:序号|行次|栏次|编号|排名|名次|位次|No\.?)$/i;
const TOTAL_WORD = /^(?:合计|总计|小计|总额|总数|共计|计|总和)$/;

/** The tables of a segment: one, or several that stand side by side under one title. */
export const buildTables = (segment: Segment): readonly Table[] =>
  sideBySide(layOut(segment)).map((layout) => buildTable(segment, layout));

/** A table from its rows; header names, units, labels and kinds of rows are worked out here. */
function buildTable(segment: Segment, layout: Layout): Table {
  const given =
    unitNamed(segment.title) ??
    unitNamed(
      tight(
        segment.header
          .flat()
          .map((cell) => cell.text)
          .join(' '),
      ),
    ) ??
    bare;
  const tableUnit =
    /单位|[(（](?:亿|万|千)?元/.test(segment.title) || unitNamed(segment.title) ? given : bare;
  const columns = labelled(
    Array.from({ length: layout.width }, (_, index) => columnAt(layout, index, tableUnit)),
    layout,
  );
  return { title: segment.title, columns, rows: rowsOf(layout, columns), certain: layout.certain };
}

/** An empty column left of all figures belongs to the labels. */
function labelled(columns: readonly Column[], layout: Layout): readonly Column[] {
  const hasFigure = (column: Column): boolean =>
    layout.body
      .slice(0, 200)
      .some((row) => cellFigure(fold(row[column.index]?.text ?? ''), bare) !== undefined);
  const first = columns.findIndex(
    (column) => (column.kind === 'amount' || column.kind === 'rate') && hasFigure(column),
  );
  return columns.map((column, at) =>
    column.kind === 'amount' && at < first ? { ...column, kind: 'label' as const } : column,
  );
}

function columnAt(layout: Layout, index: number, tableUnit: Unit): Column {
  const path: string[] = [];
  let above: RawCell | undefined;
  for (const row of layout.header) {
    const cell = row[index];
    const text = headerName(cell?.text ?? '');
    // One cell merged down is one name; 其中 below 其中 is another cell.
    if (text !== '' && cell !== above) path.push(text);
    above = cell;
  }
  const name = nameOf(path);
  const texts = layout.body.slice(0, 200).map((row) => fold(row[index]?.text ?? ''));
  const kind = kindOf(name, texts);
  return { index, path, name, kind, unit: unitOf({ name, path, kind, texts, tableUnit }) };
}

/** 三公经费 / 合计 is 三公经费合计; 其中 / 人员支出 is 人员支出. */
function nameOf(path: readonly string[]): string {
  const names = path.filter((text) => !/^其中[:：]?$/.test(text));
  const last = names.at(-1) ?? '';
  return TOTAL_WORD.test(last) && names.length > 1 ? `${names.at(-2) ?? ''}${last}` : last;
}

function kindOf(name: string, texts: readonly string[]): Column['kind'] {
  const filled = texts.filter((text) => !isBlankCell(text));
  const numbers = filled.filter((text) => cellFigure(text, bare) !== undefined);
  if (IS_INDEX.test(name)) return 'index';
  // 指标 | 单位 | 完成数: what a row is measured in is no name of it.
  if (/^(?:计量|度量)?单位$/.test(name) && filled.length > 0 && filled.every(isUnitName)) return 'text';
  // 科目编码 2130101 is a name in digits.
  if (/(?:编码|代码)$/.test(name)) return 'index';
  if (filled.length === 0) return IS_RATE.test(name) ? 'rate' : name === '' ? 'label' : 'amount';
  if (numbers.length * 2 < filled.length) return filled.every((text) => text.length <= 40) ? 'label' : 'text';
  const percents = filled.filter((text) => /[%‰]$/.test(text.trim()));
  return percents.length * 2 > filled.length || IS_RATE.test(name) ? 'rate' : 'amount';
}

interface Naming {
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: Column['kind'];
  readonly texts: readonly string[];
  readonly tableUnit: Unit;
}

function unitOf({ name, path, kind, texts, tableUnit }: Naming): Unit {
  if (kind === 'rate') {
    const bareRatios = texts.map((text) => text.trim()).filter((text) => /^[01](?:\.\d{2,})?$/.test(text));
    const filled = texts.filter((text) => !isBlankCell(text));
    return bareRatios.length === filled.length && !/%/.test(name) && filled.some((text) => text.includes('.'))
      ? RATIO
      : PERCENT;
  }
  // 填报单位：某局 | 单位：万元 on the first line of a form is of the form, and no head of the columns below it.
  const ofForm = path.find((each) => OF_FORM.test(each));
  const own = unitNamed(path.filter((each) => each !== ofForm).join(' '));
  if (own) return own;
  return NOT_MONEY.test(name) || kind !== 'amount' ? bare : (unitNamed(ofForm ?? '') ?? tableUnit);
}

function rowsOf(layout: Layout, columns: readonly Column[]): readonly Row[] {
  const firstAmount = columns.findIndex((column) => column.kind === 'amount' || column.kind === 'rate');
  const end = firstAmount < 0 ? columns.length : Math.max(1, firstAmount);
  const labels = columns.slice(0, end).filter((column) => column.kind === 'label');
  const counter = columns.findIndex((column) => column.kind === 'index');
  const carried: string[] = [];
  return layout.body.map((raw, index) => {
    const texts = labels.map((column) => tight((raw[column.index]?.text ?? '').slice(0, 60)));
    // 合计 often stands in the column of numbers, spread over the label.
    const aside = texts.every((text) => text === '') ? tight(raw[counter]?.text ?? '') : '';
    const path = /\D/.test(aside) && aside.length <= 20 ? [aside] : carry(texts, carried);
    const cells = raw.map((cell, at) => tableCell(cell, columns[at]));
    const label = path.at(-1) ?? '';
    const line = raw.find((cell) => cell !== undefined)?.line ?? 0;
    return { index, cells, path, label, kind: rowKind(texts, label), line };
  });
}

/** A merged label reaches down over the rows whose own cell is empty, as long as something stands to its right. */
function carry(texts: readonly string[], carried: string[]): readonly string[] {
  const last = texts.findLastIndex((text) => text !== '');
  const first = texts.findIndex((text) => text !== '');
  if (first >= 0) carried.length = Math.max(first, 0);
  const path = texts.slice(0, last + 1).map((text, at) => (text === '' ? (carried[at] ?? '') : text));
  for (const [at, text] of path.entries()) carried[at] = text;
  const named = path.filter((text, at) => text !== '' && text !== path[at - 1]);
  return named;
}

function tableCell(cell: RawCell | undefined, column: Column | undefined): TableCell | undefined {
  if (cell === undefined) return undefined;
  const figure: Figure | undefined = cellFigure(fold(cell.text), column?.unit ?? bare);
  return { text: cell.text, line: cell.line, figure, blank: isBlankCell(cell.text), rowSpan: cell.rowSpan };
}
