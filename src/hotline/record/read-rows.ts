import { gunzipSync } from 'node:zlib';
import { findCsvRows, readInChild, readLimits, type ExtractedTable } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import type { RowFault, Told } from './sources/source.ts';
import './refusals.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** A row with its place in the file: the line of a list, the row of a sheet. */
export interface PlacedRow {
  readonly row: number;
  readonly told: Told;
}
export interface FileRows {
  readonly rows: readonly PlacedRow[];
  readonly broken: readonly (RowFault & { readonly row: number })[];
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function unpacked({ name, bytes }: NamedFile): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: readLimits.unpackedBytes });
  } catch {
    return refuse('hotline.unreadable', { name, why: '压缩文件已损坏，或展开后太大' });
  }
}

const asObject = (value: unknown): Told | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Told) : undefined;
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function placed(values: readonly (readonly [row: number, value: unknown])[]): FileRows {
  const rows: PlacedRow[] = [];
  const broken: (RowFault & { readonly row: number })[] = [];
  for (const [row, value] of values) {
    const told = asObject(value);
    if (told) rows.push({ row, told });
    else broken.push({ row, field: '', why: '这一行不是 JSON 对象' });
  }
  return { rows, broken };
}

/** A JSON list, an object holding one, or an object a line. */
function jsonRows(text: string): FileRows {
  const whole = parsed(text);
  const object = asObject(whole);
  const inside = object && Object.values(object).filter((value) => Array.isArray(value));
  const list = Array.isArray(whole)
    ? (whole as unknown[])
    : inside?.length === 1
      ? (inside[0] as unknown[])
      : undefined;
  if (list) return placed(list.map((value, index) => [index + 1, value]));
  const lines = text.split(/\r?\n/).map((line, index) => [index + 1, line] as const);
  return placed(lines.filter(([, line]) => line.trim() !== '').map(([row, line]) => [row, parsed(line)]));
}

type Grid = readonly { readonly row: number; readonly cells: readonly string[] }[];
const underHeadings = ([head, ...rest]: Grid): FileRows => ({
  rows: rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ row, cells }) => ({
      row,
      told: Object.fromEntries(
        (head?.cells ?? []).map((heading, column) => [heading.trim(), cells[column] ?? '']),
      ),
    })),
  broken: [],
});

function gridOf(table: ExtractedTable): Grid {
  const cells = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''));
  for (const cell of table.cells) cells[cell.row]![cell.column] = cell.text;
  return cells.map((row, index) => ({ row: index + 1, cells: row }));
}

/** The largest table of a workbook: the sheets beside it explain. */
async function sheetRows({ name, bytes }: NamedFile): Promise<FileRows> {
  const { tables } = await readInChild(bytes, { name });
  const [largest] = [...tables].sort((a, b) => b.rows - a.rows);
  return largest ? underHeadings(gridOf(largest)) : refuse('hotline.unreadable', { name, why: '没有表格' });
}

/** The rows of a file, whatever it is: xlsx, csv, JSON or JSON lines, packed by gzip or not. Refuses what is none. */
export async function readRows(file: NamedFile): Promise<FileRows> {
  const bytes = unpacked(file);
  if (isZip(bytes)) return sheetRows({ ...file, bytes });
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace('\uFEFF', '').trimStart();
  if (/^[[{]/.test(start)) return jsonRows(new TextDecoder().decode(bytes).replace('\uFEFF', ''));
  const csv =
    findCsvRows(bytes) ?? refuse('hotline.unreadable', { name: file.name, why: '不是文本，也不是工作簿' });
  return underHeadings(csv.map(({ line, cells }) => ({ row: line, cells })));
}
