import { readFileSync } from 'node:fs';
import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { addTopic } from './keep.ts';

type Taxonomy = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const taxonomy = JSON.parse(readFileSync(new URL('seed/taxonomy.json', import.meta.url), 'utf8')) as Taxonomy;

/** Every topic of the taxonomy that came with the program, a level before what lies under it. */
function levels(): readonly (readonly { readonly under?: string; readonly name: string }[])[] {
  const first = Object.keys(taxonomy).map((name) => ({ name }));
  const second = Object.entries(taxonomy).flatMap(([under, below]) =>
    Object.keys(below).map((name) => ({ under, name })),
  );
  const third = Object.entries(taxonomy).flatMap(([one, below]) =>
    Object.entries(below).flatMap(([two, names]) => names.map((name) => ({ under: `${one}/${two}`, name }))),
  );
  return [first, second, third];
}

/** Brings the taxonomy in by the ordinary action, once: what people changed since is theirs. Returns how many were added. */
export async function seedTopics(app: Pick<App, 'engine' | 'query' | 'now'>): Promise<number> {
  const [row] = await app.query('select 1 as there from hotline_topic limit $1', [1]);
  if (row) return 0;
  let added = 0;
  for (const level of levels()) {
    await Promise.all(
      level.map((input) =>
        app.engine.perform({
          action: addTopic,
          id: null,
          by: SYSTEM,
          input,
          now: app.now(),
          key: null,
          ifMatch: null,
        }),
      ),
    );
    added += level.length;
  }
  return added;
}
