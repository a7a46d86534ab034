import { rowFrom } from '#lib/action/engine/plan.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { isRetold, retoldFor } from '#lib/http/retold.ts';

/** A row that an entry speaks of. */
export interface Spoken {
  readonly noun: string;
  readonly id: string;
}
type Retold = (said: unknown) => unknown;
const asSaid: Retold = (said) => said;

async function ofNoun(
  noun: Noun,
  ids: readonly string[],
  asked: { readonly by: Person; readonly app: App },
): Promise<readonly (readonly [string, Retold])[]> {
  const found = await asked.app.query(`select * from ${noun.table} where id = any($1::uuid[])`, [ids]);
  return Promise.all(
    found.map(async (record) => {
      const row = rowFrom(noun, record);
      return [row.id, await retoldFor({ noun, row }, asked)] as const;
    }),
  );
}

/**
 * How this person may read what entries say of these rows. An entry is never altered: what was said before a row was kept
 * from others (a caller who asked for it later) stands in it for ever, and is told in other words from then on.
 */
export async function retellings(
  spoken: readonly Spoken[],
  asked: { readonly by: Person; readonly app: App },
): Promise<(id: string) => Retold> {
  const nouns = asked.app.nouns.filter((noun) => isRetold(asked.app, noun));
  const told = await Promise.all(
    nouns.map(async (noun) => {
      const ids = new Set(spoken.filter((each) => each.noun === noun.name).map(({ id }) => id));
      return ids.size === 0 ? [] : ofNoun(noun, [...ids], asked);
    }),
  );
  const byId = new Map(told.flat());
  return (id) => byId.get(id) ?? asSaid;
}
