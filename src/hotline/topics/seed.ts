import { readFileSync } from 'node:fs';
import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { performAll } from '#lib/perform-all.ts';
import { addTopic, speakTopic } from './keep.ts';

type Taxonomy = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const taxonomy = JSON.parse(readFileSync(new URL('seed/taxonomy.json', import.meta.url), 'utf8')) as Taxonomy;

/** Everyday words for some of them, by path. */
const spoken = JSON.parse(readFileSync(new URL('seed/spoken.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;
type Seeded = Readonly<{ under?: string; name: string; spokenAs?: string }>;
function withWords(node: Seeded): Seeded {
  const words = spoken[node.under ? `${node.under}/${node.name}` : node.name];
  return words === undefined ? node : { ...node, spokenAs: words };
}

/** Every topic of the taxonomy that came with the program, a level before what lies under it. */
function levels(): readonly (readonly Seeded[])[] {
  const first = Object.keys(taxonomy).map((name) => ({ name }));
  const second = Object.entries(taxonomy).flatMap(([under, below]) =>
    Object.keys(below).map((name) => ({ under, name })),
  );
  const third = Object.entries(taxonomy).flatMap(([one, below]) =>
    Object.entries(below).flatMap(([two, names]) => names.map((name) => ({ under: `${one}/${two}`, name }))),
  );
  return [first, second, third].map((level) => level.map(withWords));
}

/**
 * 补登俗称 — a taxonomy that was brought in before there were everyday words gets them. Whoever has given a topic words
 * keeps them: no action takes all words away, so a topic without any was never given some.
 */
async function giveWords(app: App): Promise<void> {
  const silent = await app.query(
    `select id, topic_path as path from hotline_topic
      where state = 'active' and spoken_as is null and topic_path = any($1::text[])`,
    [Object.keys(spoken)],
  );
  const wishes = silent.map((row) => ({
    id: row['id'] as string,
    input: { spokenAs: spoken[row['path'] as string]! },
  }));
  await performAll(app, speakTopic, wishes);
}

/**
 * Brings the taxonomy in by the ordinary action, once: what people changed since is theirs. Returns how many were added.
 */
export async function seedTopics(app: App): Promise<number> {
  const [row] = await app.query('select 1 as there from hotline_topic limit $1', [1]);
  if (row) {
    await giveWords(app);
    return 0;
  }
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
