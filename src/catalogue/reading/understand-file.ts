import { readRows, type NamedFile, type RowFault } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { areItems, understandRow, type Told, type UnderstoodItem } from './understand.ts';
import '../refusals.ts';

/** What is wrong with one row: `yichuang import items … --json` lists these. */
export interface BrokenRow extends RowFault {
  readonly row: number;
}
export interface SoundItem extends UnderstoodItem {
  readonly row: number;
}
export interface UnderstoodFile {
  readonly sound: readonly SoundItem[];
  readonly broken: readonly BrokenRow[];
}

/** One code twice in one file: the second says nothing that could be trusted. */
function withoutRepeats(items: readonly SoundItem[]): UnderstoodFile {
  const seen = new Map<string, number>();
  const sound: SoundItem[] = [];
  const broken: BrokenRow[] = [];
  for (const item of items) {
    const before = seen.get(item.code);
    if (before === undefined) sound.push(item);
    else broken.push({ row: item.row, field: '编码', why: `编码 ${item.code} 在第 ${before} 行已有` });
    seen.set(item.code, before ?? item.row);
  }
  return { sound, broken };
}

/** CSV writers put an apostrophe before what a table program would take for a formula. */
const GUARD = /^'(?=[\s'"]*[=+\-@\t\r|%＝＋－＠])/;
const unguarded = (name: string, told: Told): Told =>
  /\.csv$/i.test(name)
    ? Object.fromEntries(
        Object.entries(told).map(([field, value]) => [
          field,
          typeof value === 'string' ? value.replace(GUARD, '') : value,
        ]),
      )
    : told;

/** Reads a file of items row by row; nothing is compared with what is known yet. Refuses `catalogue.unreadable`. */
export async function understandFile(file: NamedFile): Promise<UnderstoodFile> {
  const unreadable = (why: string): never => refuse('catalogue.unreadable', { name: file.name, why });
  const { rows, broken } = await readRows(file, unreadable, areItems);
  const fields = [...new Set(rows.slice(0, 50).flatMap(({ told }) => Object.keys(told)))];
  if (!areItems(fields)) return unreadable('没有“事项名称”和“实施编码”或“基本编码”两列');
  const items: SoundItem[] = [];
  const faulty: BrokenRow[] = [];
  for (const { row, told } of rows) {
    const read = understandRow(unguarded(file.name, told));
    if ('code' in read) items.push({ row, ...read });
    else faulty.push(...read.map((fault) => ({ row, ...fault })));
  }
  const once = withoutRepeats(items);
  return { sound: once.sound, broken: [...broken, ...faulty, ...once.broken] };
}
