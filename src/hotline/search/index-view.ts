import type { Query } from '#lib/action/engine/load.ts';

/** What of the ledger is to be looked at: subjects of these nouns in a stretch of it. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}
export async function touchedIn(
  query: Query,
  noun: string,
  { after, upTo }: Stretch,
): Promise<readonly string[]> {
  const rows = await query(
    'select distinct subject from ledger_entry where seq > $1 and seq <= $2 and noun = $3',
    [after, upTo, noun],
  );
  return rows.map((row) => row['subject'] as string);
}

/** One noun's texts and where they are looked for. `columns` are names of `vectors` in the search table. */
export interface Indexed {
  readonly noun: string;
  readonly table: string;
  readonly search: string;
  /** Column of the search table → the text of the row that it holds. */
  readonly vectors: Readonly<Record<string, string>>;
}

interface Text {
  readonly id: string;
  readonly digest: string;
  readonly texts: readonly (string | null)[];
}
/** Rows whose text is not what was last indexed. */
export async function changedTexts(
  query: Query,
  { table, search, vectors }: Indexed,
  ids: readonly string[],
): Promise<readonly Text[]> {
  const texts = `array[${Object.values(vectors).join(', ')}]::text[]`;
  const rows = await query(
    `select r.id, md5(${texts}::text) as digest, ${texts} as texts
       from ${table} r left join ${search} s on s.id = r.id
      where r.id = any($1::uuid[]) and s.digest is distinct from md5(${texts}::text)`,
    [ids],
  );
  return rows as unknown as readonly Text[];
}

/** Writes what was made of them; `made` holds one vector per text. */
export async function keepVectors(
  query: Query,
  { search, vectors }: Indexed,
  made: readonly (Omit<Text, 'texts'> & { readonly vectors: readonly (string | null)[] })[],
): Promise<void> {
  const names = Object.keys(vectors);
  const arrays = names.map((_, n) => `$${n + 3}::text[]`).join(', ');
  await query(
    `insert into ${search} (id, digest, ${names.join(', ')})
     select id, digest, ${names.map((name) => `${name}::tsvector`).join(', ')}
       from unnest($1::uuid[], $2::text[], ${arrays}) as m(id, digest, ${names.join(', ')})
     on conflict (id) do update set digest = excluded.digest,
       ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [
      made.map((each) => each.id),
      made.map((each) => each.digest),
      ...names.map((_, n) => made.map((each) => each.vectors[n])),
    ],
  );
}
