import { sql } from 'kysely';
import { held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Elements } from '../elements/elements.ts';
import { indexOfItems, type Findable, type ItemIndex } from './index-of-items.ts';

/** The index, made when somebody first asks after items were written: an import of thousands must not wait for it. */
export interface LazyIndex {
  readonly get: () => Promise<ItemIndex>;
}
interface Known {
  readonly versions: ReadonlyMap<string, readonly [version: number, item: Findable]>;
  readonly index: ItemIndex;
}
const known = new WeakMap<Reader, Known>();

const COLUMNS = [
  'id',
  'version',
  'number',
  'name',
  'place',
  'type',
  'kind',
  'body',
  'basicCode',
  'state',
  'elements',
] as const;

function findable({ elements, ...row }: Readonly<Record<string, unknown>>): Findable {
  const said = elements as Elements;
  const { mainItem, handlingName, themes = [] } = said;
  const codes = [
    said.implementingCode,
    said.handlingCode,
    said.basicCode,
    said.localImplementingCode,
    said.localBasicCode,
  ];
  return {
    ...(row as unknown as Findable),
    also: [mainItem, handlingName, ...themes].filter((text) => text !== undefined),
    codes: codes.filter((code) => code !== undefined),
  };
}

/** Reads what was written since, and makes the index anew when anything was. */
async function refreshed(db: Reader): Promise<ItemIndex> {
  const before = known.get(db);
  const standing = (await db
    .selectFrom('item')
    .select(['id', 'version'])
    .orderBy('number')
    .execute()) as unknown as readonly { readonly id: string; readonly version: number }[];
  const stale = standing
    .filter(({ id, version }) => before?.versions.get(id)?.[0] !== version)
    .map(({ id }) => id);
  if (before && stale.length === 0 && standing.length === before.versions.size) return before.index;
  // One parameter, however many there are: else every number of them would be a statement of its own.
  const isStale = sql<boolean>`id = any(${stale}::uuid[])`;
  const rows = stale.length > 0 ? await db.selectFrom('item').select(COLUMNS).where(isStale).execute() : [];
  const read = new Map(
    rows.map((row) => [row['id'] as string, [row['version'] as number, findable(row)] as const]),
  );
  const versions = new Map(
    standing.flatMap(({ id }) => {
      const item = read.get(id) ?? before?.versions.get(id);
      return item ? [[id, item] as const] : [];
    }),
  );
  const index = indexOfItems([...versions.values()].map(([, item]) => item));
  known.set(db, { versions, index });
  return index;
}

function lazy(db: Reader): LazyIndex {
  let made: Promise<ItemIndex> | null = null;
  return {
    get: () => {
      made ??= refreshed(db).catch((fault: unknown) => {
        made = null;
        throw fault;
      });
      return made;
    },
  };
}

export const itemIndex = held<LazyIndex>({
  name: 'catalogue-items',
  load: (db) => Promise.resolve(lazy(db)),
  reloadOn: ['item'],
});
