import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse, type FieldFault } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { RecordInput } from './input.ts';
import { readRows, type NamedFile } from './read-rows.ts';
import { findSource } from './sources/index.ts';
import { toldFaults } from './told-faults.ts';
import type { RowFault, Understood } from './sources/source.ts';

/** What is wrong with one row of the file: `yichuang import … --json` lists these. */
export interface BrokenRow extends RowFault {
  readonly row: number;
}
/** A sound row; its unit still only a name. */
export interface SoundRow {
  readonly row: number;
  readonly input: RecordInput;
  readonly unit: string | undefined;
  /** The source's own name of each field of the input. */
  readonly nameOf: (path: string) => string;
}
export interface UnderstoodFile {
  readonly sound: readonly SoundRow[];
  readonly broken: readonly BrokenRow[];
}

/** Faults at the source's own field names. */
export const named = (faults: readonly FieldFault[], nameOf: SoundRow['nameOf']): readonly RowFault[] =>
  faults.map(({ path, message }) => ({ field: nameOf(path), why: message }));

const unitFault = (unit: string | undefined, nameOf: SoundRow['nameOf']): readonly RowFault[] =>
  unit === undefined || (unit.length >= 2 && unit.length <= 60)
    ? []
    : [{ field: nameOf('handler'), why: '单位名称应为 2 至 60 个字' }];

type Named = Understood['names'];

interface Reading {
  readonly now: Instant;
  /** What other rows of the file call each field: a row that lacks it cannot say. */
  readonly elsewhere: Named;
}
/** What the first row that has a field calls it. */
function namesIn(rows: readonly Understood[]): Named {
  const names: Record<string, string> = {};
  for (const row of rows) for (const [path, name] of Object.entries(row.names)) names[path] ??= name;
  return names;
}
/** Our own word for a field that no row of the file has. */
const titleOf = (path: string): string =>
  (RecordInput.properties as Readonly<Record<string, { readonly title?: string }>>)[path]?.title ?? path;

function understandRow(
  row: number,
  { input, unit, names, faults }: Understood,
  { now, elsewhere }: Reading,
): SoundRow | readonly BrokenRow[] {
  const nameOf = (path: string): string => names[path] ?? elsewhere[path] ?? titleOf(path);
  const atField = new Set(faults.map((fault) => fault.field));
  const more: RowFault[] = [...unitFault(unit, nameOf)];
  try {
    const sound = validated<RecordInput>(RecordInput, input);
    more.push(...named(toldFaults(sound, now), nameOf));
    if (faults.length + more.length === 0) return { row, input: sound, unit, nameOf };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    // A moment that could not be read is not missing besides.
    more.push(...named(fault.fields, nameOf).filter(({ field }) => !atField.has(field)));
  }
  return [...faults, ...more].map((fault) => ({ row, ...fault }));
}

/** One number twice in one file: the second says nothing that could be trusted. */
function withoutRepeats(rows: readonly SoundRow[]): UnderstoodFile {
  const seen = new Map<string, number>();
  const sound: SoundRow[] = [];
  const broken: BrokenRow[] = [];
  for (const each of rows) {
    const key = JSON.stringify([each.input.sourceSystem, each.input.sourceId]);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, each.row);
      sound.push(each);
    } else broken.push({ row: each.row, field: each.nameOf('sourceId'), why: `与第 ${before} 行编号相同` });
  }
  return { sound, broken };
}

const NO_ROWS = '表头或外框之下没有一行内容';
const UNKNOWN_ROWS = '没有认得的表头或字段';

/** Reads a file and says of every row what it is or what is wrong with it. Refuses a file in which no row is an order. */
export async function understandFile(file: NamedFile, now: Instant): Promise<UnderstoodFile> {
  const { rows, broken } = await readRows(file);
  const source =
    findSource(rows.map(({ told }) => told)) ??
    refuse('hotline.unreadable', {
      name: file.name,
      why: rows.length + broken.length === 0 ? NO_ROWS : UNKNOWN_ROWS,
    });
  const read = rows.map(({ row, told }) => ({ row, understood: source.understand(told) }));
  const elsewhere = namesIn(read.map((each) => each.understood));
  const understood = read.map((each) => understandRow(each.row, each.understood, { now, elsewhere }));
  const once = withoutRepeats(understood.filter((each): each is SoundRow => 'input' in each));
  const faulty = understood.flatMap((each) => ('input' in each ? [] : each));
  return { sound: once.sound, broken: [...broken, ...faulty, ...once.broken].sort((a, b) => a.row - b.row) };
}
