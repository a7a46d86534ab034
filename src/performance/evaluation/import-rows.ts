import { readInChild, type ExtractedTable } from '#documents/index.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { Refusal } from '#lib/refusal.ts';
import { getEvaluation, type Wanted } from '../views/find.ts';
import { knownFigures } from './known.ts';
import { readFigures, type TypedFigure } from './read-figures.ts';

/** What became of an import: the contract of `yichuang import … --json`. */
export interface Imported {
  readonly imported: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly broken: readonly { readonly row: number; readonly field: string; readonly why: string }[];
}
const COLUMNS: Readonly<Record<keyof Omit<TypedFigure, 'evidence' | 'isNotApplicable'>, RegExp>> = {
  key: /^(?:key|数据项|标识|名称|指标)$/,
  value: /^(?:value|数值|金额|数量)/,
  title: /^title$/,
  unit: /^(?:unit|单位|计量单位)$/,
  source: /^(?:source|来源|依据|出处)$/,
  note: /^(?:note|备注|说明)$/,
};
const keyByTitle = new Map([...knownFigures].map(([key, { title }]) => [title, key]));

/** A table with a heading row; figures are named by their key or by their title. */
function tableRows(table: ExtractedTable): readonly TypedFigure[] {
  const at = (row: number, column: number): string =>
    table.cells.find((cell) => cell.row === row && cell.column === column)?.text.trim() ?? '';
  const heads = Array.from({ length: table.columns }, (_, column) => at(0, column));
  const columns = Object.entries(COLUMNS).flatMap(([field, pattern]) => {
    const column = heads.findIndex((head) => pattern.test(head));
    return column === -1 ? [] : [[field, column] as const];
  });
  return Array.from({ length: Math.max(table.rows - 1, 0) }, (_, index) => {
    const row = Object.fromEntries(columns.map(([field, column]) => [field, at(index + 1, column)]));
    const { key = '', ...rest } = row;
    const given = Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== ''));
    return { ...given, key: keyByTitle.get(key) ?? key };
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A row of somebody's JSON: what is no text or number is as if it were not there. */
function jsonRow(row: unknown): TypedFigure {
  const given = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  const fields = Object.keys(COLUMNS).flatMap((field) => {
    const text = textOf(given[field]);
    return text === '' ? [] : [[field, text] as const];
  });
  const isNotApplicable = given['isNotApplicable'] === true;
  return { key: '', ...Object.fromEntries(fields), ...(isNotApplicable ? { isNotApplicable } : {}) };
}

function jsonRows(bytes: Uint8Array): readonly TypedFigure[] {
  try {
    const rows: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (Array.isArray(rows)) return rows.map(jsonRow);
  } catch {
    // Falls through to the same answer: it is no list of figures.
  }
  throw new Refusal(
    'lib.shape',
    {},
    { fields: [{ path: '', message: '文件应为 JSON 列表，每项含 key 和 value' }] },
  );
}

/** Rows of a file: a JSON list of figures, or the tables of a workbook, document or text. */
async function figureRows(bytes: Uint8Array, name: string): Promise<readonly TypedFigure[]> {
  if (name.endsWith('.json')) return jsonRows(bytes);
  const { tables } = await readInChild(bytes, { name });
  return tables.flatMap(tableRows).filter((row) => row.key !== '');
}

/** Sound rows land by one action, broken ones are listed; `isStrict` lands nothing when any row is broken. */
export async function importFigureFile(
  app: Pick<App, 'actions' | 'engine' | 'query' | 'now' | 'scopes'>,
  wanted: Wanted & { readonly isStrict?: boolean },
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Imported> {
  const row = await getEvaluation(wanted, { by: SYSTEM, app });
  const rows = await figureRows(file.bytes, file.name);
  const { figures, faults } = readFigures(rows, { before: row.figures, units: row.units, basis: 'imported' });
  const broken = faults.map(({ path, message }) => {
    const [index = '0', field = ''] = path.split('.');
    return { row: Number(index) + 1, field, why: message };
  });
  const isBroken = new Set(broken.map((each) => each.row));
  const sound = rows.filter((_, index) => !isBroken.has(index + 1));
  const isSame = ({ key }: TypedFigure): boolean =>
    row.figures[key]?.value === figures[key]?.value && key in row.figures;
  const landing = wanted.isStrict && broken.length > 0 ? [] : sound.filter((each) => !isSame(each));
  if (landing.length > 0)
    await app.engine.perform({
      action: getAction(app, 'evaluation', 'import-figures'),
      id: row.id,
      input: { rows: landing, source: file.name },
      by: SYSTEM,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  const changed = landing.filter(({ key }) => key in row.figures).length;
  return { imported: landing.length - changed, changed, unchanged: sound.filter(isSame).length, broken };
}
