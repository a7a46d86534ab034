import { gunzipSync } from 'node:zlib';
import { Refusal } from '#lib/refusal.ts';
import { bookTable } from './book-table.ts';
import { findCsvRows } from './csv.ts';
import { underHeadings, type Headed, type Knows } from './headings.ts';
import { readLimits } from './limits.ts';
import { readInChild } from './read-in-child.ts';

/** One row of a file: its fields under the file's own names. */
export type Told = Readonly<Record<string, unknown>>;
/** What is wrong with a row, at the file's own field name. */
export interface RowFault {
  readonly field: string;
  readonly why: string;
}

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

/** Says that a file holds no rows, in the words of whoever wanted them; never returns. */
type Unreadable = (why: string) => never;

function unpacked({ bytes }: NamedFile, unreadable: Unreadable): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: readLimits.unpackedBytes });
  } catch {
    return unreadable('压缩文件已损坏，或展开后太大');
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

const BROKEN_JSON = 'JSON 不完整或有语法错误，可能在传送中被截断';
/** A JSON list, an object holding one, or an object a line. */
function jsonRows(text: string, unreadable: Unreadable): FileRows {
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
  const each = placed(
    lines.filter(([, line]) => line.trim() !== '').map(([row, line]) => [row, parsed(line)]),
  );
  // A list never comes line by line, and of lines at least one is whole.
  const isTorn = whole === undefined && (text.trimStart().startsWith('[') || each.rows.length === 0);
  return isTorn ? unreadable(BROKEN_JSON) : each;
}

function tableRows({ headings, rows }: Headed): FileRows {
  const told = (cells: readonly string[]): Told =>
    Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? '']));
  return { rows: rows.map(({ row, cells }) => ({ row, told: told(cells) })), broken: [] };
}

const severalAlike = (names: readonly string[]): string =>
  `工作表${names.map((name) => `「${name}」`).join('')}都像是要导入的内容，一次只读一张：请合并到一张工作表，或分开保存后逐个导入`;
const BROKEN_BOOK: ReadonlySet<string> = new Set(['documents.damaged', 'documents.unknown-format']);
async function sheetRows(
  { name, bytes }: NamedFile,
  unreadable: Unreadable,
  knows: Knows,
): Promise<FileRows> {
  const { tables } = await readInChild(bytes, { name }).catch((fault: unknown) => {
    // The way on is another table, not a document of any kind.
    const isNoBook = fault instanceof Refusal && BROKEN_BOOK.has(fault.code);
    return isNoBook ? unreadable('工作簿已损坏，或不是 xlsx，请重新导出') : Promise.reject(fault as Error);
  });
  if (tables.length === 0) return unreadable('没有表格');
  const found = bookTable(tables, knows);
  return 'list' in found ? tableRows(found.list) : unreadable(severalAlike(found.alike));
}

/**
 * The rows of a file, whatever it is: xlsx, csv, JSON or JSON lines, packed by gzip or not. Refuses what is none. `knows`
 * finds the headings below any titles, and the sheets that hold the list.
 */
export async function readRows(
  file: NamedFile,
  unreadable: Unreadable,
  knows: Knows = () => false,
): Promise<FileRows> {
  const bytes = unpacked(file, unreadable);
  if (isZip(bytes)) return sheetRows({ ...file, bytes }, unreadable, knows);
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace('\uFEFF', '').trimStart();
  if (/^[[{]/.test(start)) return jsonRows(new TextDecoder().decode(bytes).replace('\uFEFF', ''), unreadable);
  const csv = findCsvRows(bytes) ?? unreadable('不是文本，也不是工作簿');
  const grid = csv.map(({ line, cells }) => ({ row: line, cells }));
  return tableRows(underHeadings(grid, knows));
}
