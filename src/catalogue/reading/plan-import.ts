import { canonical } from '#lib/action/engine/canonical.ts';
import type { App } from '#lib/app.ts';
import type { Elements } from '../elements/elements.ts';
import type { BrokenRow, SoundItem, UnderstoodFile } from './understand-file.ts';

/** A known item, what it says now, and the row with the elements it would then have. */
interface ChangedItem {
  readonly id: string;
  readonly before: Elements;
  readonly item: SoundItem;
}
/** What is to be done with the rows of a file; nothing is written yet. */
interface ItemPlan {
  readonly fresh: readonly SoundItem[];
  /** Rows that say something else of a known item. */
  readonly changed: readonly ChangedItem[];
  readonly unchanged: readonly SoundItem[];
  readonly broken: readonly BrokenRow[];
}

/** What a file leaves out stays as it was: two sources may know different things of one item. */
const merged = (before: Elements, told: Elements): Elements => ({ ...before, ...told });

/** Ends of lines and spaces around a text are the file's, not the item's. */
const tidied = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidied(each)]));
};
const saysTheSame = (one: Elements, other: Elements): boolean =>
  canonical(tidied(one)) === canonical(tidied(other));

/** Compares the rows with what is known: new, changed, the same, or no longer open. */
export async function planImport(
  app: Pick<App, 'query'>,
  { sound, broken }: UnderstoodFile,
): Promise<ItemPlan> {
  const known = new Map(
    (
      await app.query('select number, id, state, elements from item where number = any($1::text[])', [
        sound.map(({ code }) => code),
      ])
    ).map((record) => [record['number'] as string, record]),
  );
  const fresh: SoundItem[] = [];
  const changed: ChangedItem[] = [];
  const unchanged: SoundItem[] = [];
  const more: BrokenRow[] = [];
  for (const item of sound) {
    const before = known.get(item.code);
    if (!before) fresh.push(item);
    else {
      const old = before['elements'] as Elements;
      const elements = merged(old, item.elements);
      if (saysTheSame(elements, old)) unchanged.push(item);
      else if (before['state'] === 'cancelled')
        more.push({ row: item.row, field: '编码', why: `事项 ${item.code} 已取消，不再变更` });
      else changed.push({ id: before['id'] as string, before: old, item: { ...item, elements } });
    }
  }
  return { fresh, changed, unchanged, broken: [...broken, ...more] };
}
