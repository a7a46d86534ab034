import type { SheetCell } from './workbook.ts';

export interface WorkbookStyles {
  /** The index of a cell's look; `format` is a number format. */
  readonly indexOf: (cell: SheetCell, format?: string) => number;
  readonly xml: (namespace: string) => string;
}

const FILLS = ['none', 'gray125', 'head', 'attention'] as const;
const COLOURS: Readonly<Record<string, string>> = { head: 'FFEEF1F5', attention: 'FFFDF0D5' };
const HORIZONTAL = { left: 'left', justify: 'left', center: 'center', right: 'right' } as const;
/** Texts that a program would take for a formula as soon as somebody edits the cell. */
const LIKE_FORMULA = /^[=+\-@\t]/;

/** Collects the looks in use; Excel wants them as a numbered list (ECMA-376, 18.8). */
export function workbookStyles(): WorkbookStyles {
  const looks = new Map<string, number>([[look({ column: 0, text: '' }, 0), 0]]);
  const formats = new Map<string, number>();
  return {
    indexOf: (cell, format) => {
      const key = look(cell, format === undefined ? 0 : numbered(formats, format, FIRST_OWN_FORMAT));
      return numbered(looks, key, 0);
    },
    xml: (namespace) => stylesXml(namespace, [...looks.keys()], formats),
  };
}

const FIRST_OWN_FORMAT = 164;

function numbered(all: Map<string, number>, key: string, first: number): number {
  const found = all.get(key) ?? first + all.size;
  all.set(key, found);
  return found;
}

function look(cell: SheetCell, format: number): string {
  const font = cell.isTitle ? 2 : cell.isBold ? 1 : 0;
  const fill = Math.max(0, FILLS.indexOf(cell.shade ?? 'none'));
  // Quoted cells stay text when they are edited.
  const quote = format === 0 && LIKE_FORMULA.test(cell.text) ? ' quotePrefix="1"' : '';
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${cell.hasRule ? 1 : 0}" xfId="0"${quote}` +
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
    `<alignment horizontal="${HORIZONTAL[cell.align ?? 'left']}" vertical="center" wrapText="1"/></xf>`
  );
}

const font = (size: number, isBold: boolean): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><family val="3"/><charset val="134"/></font>`;
const fill = (name: (typeof FILLS)[number]): string =>
  name in COLOURS
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${COLOURS[name]}"/><bgColor indexed="64"/></patternFill></fill>`
    : `<fill><patternFill patternType="${name}"/></fill>`;
const rules = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF222222"/></${side}>`)
  .join('');

function stylesXml(
  namespace: string,
  looks: readonly string[],
  formats: ReadonlyMap<string, number>,
): string {
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return `<styleSheet xmlns="${namespace}">${[
    list(
      'numFmts',
      [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
    ),
    list('fonts', [font(10.5, false), font(10.5, true), font(16, true)]),
    list('fills', FILLS.map(fill)),
    list('borders', [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${rules}<diagonal/></border>`,
    ]),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', looks),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
  ].join('')}</styleSheet>`;
}
