import { compileFormat } from './number-format.ts';
import { plainNumber } from './plain-number.ts';
import type { Office } from './office.ts';
import { attribute, numberAttribute } from './xml-token.ts';

/** Shows a stored number as the cell's style says. */
export type ShowNumber = (stored: string, style: number) => string;

const DAY = 'yyyy"年"m"月"d"日"';
const MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
/** ECMA-376, 18.8.30: formats that have a number and no code; from 27 on as in Chinese Excel. */
const BUILT_IN = new Map<number, string>([
  ...([
    [1, '0'],
    [2, '0.00'],
    [3, '#,##0'],
    [4, '#,##0.00'],
    [5, '¥#,##0'],
    [6, '¥#,##0'],
    [7, '¥#,##0.00'],
    [8, '¥#,##0.00'],
    [9, '0%'],
    [10, '0.00%'],
    [11, '0.00E+00'],
    [14, 'yyyy/m/d'],
    [15, 'd-mmm-yy'],
    [16, 'd-mmm'],
    [17, 'mmm-yy'],
    [18, 'h:mm AM/PM'],
    [19, 'h:mm:ss AM/PM'],
    [20, 'h:mm'],
    [21, 'h:mm:ss'],
    [22, 'yyyy/m/d h:mm'],
    [30, 'm/d/yy'],
    [31, DAY],
    [32, 'h"时"mm"分"'],
    [33, 'h"时"mm"分"ss"秒"'],
    [37, '#,##0'],
    [38, '#,##0'],
    [39, '#,##0.00'],
    [40, '#,##0.00'],
    [41, '#,##0'],
    [42, '¥#,##0'],
    [43, '#,##0.00'],
    [44, '¥#,##0.00'],
    [45, 'mm:ss'],
    [46, '[h]:mm:ss'],
    [47, 'mm:ss'],
    [48, '##0.0E+0'],
  ] as const),
  ...[27, 36, 50, 52, 57].map((id) => [id, MONTH] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, MONTH_DAY] as const),
]);

/** Reads the style part, which says how numbers are shown. `is1904`: days are counted from 1904, as on old Macs. */
export function readStyles(office: Office, part: string, is1904: boolean): ShowNumber {
  const own = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  office.read(part, {
    open: (name, tag) => {
      if (name === 'numFmt') own.set(numberAttribute(tag, 'numFmtId', 0), attribute(tag, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(numberAttribute(tag, 'numFmtId', 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  const shows = new Map<number, (stored: string) => string>();
  return (stored, style) => {
    const id = formats[style] ?? 0;
    const show = shows.get(id) ?? compile(own.get(id) ?? BUILT_IN.get(id), is1904);
    shows.set(id, show);
    return show(stored);
  };
}

const compile = (code: string | undefined, is1904: boolean): ((stored: string) => string) =>
  code === undefined ? plainNumber : compileFormat(code, is1904);
