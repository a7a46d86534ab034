import type { Action } from '#lib/action/action.ts';
import type { Engine } from '#lib/action/engine/engine.ts';
import type { HeldValues } from '#lib/action/engine/held-values.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Announcements } from '#lib/announcements.ts';
import type { Config } from '#lib/config.ts';
import type { Database } from '#lib/db/database.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Log } from '#lib/log.ts';
import type { Module } from '#lib/module.ts';
import type { Suite } from '#lib/suite.ts';
import type { Instant } from '#lib/time.ts';

/** What of a request's head says who is calling; names as HTTP has them, lower case. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly 'x-yichuang': string | undefined;
  /** Whether the request changes something: then a cookie alone is not enough. */
  readonly isChange: boolean;
  /** Whether the program asks again for somebody who only listens: that keeps no session alive. */
  readonly isWatching?: boolean;
}

/**
 * The running program, tied together in `main.ts`; everything it has is a plain value.
 * Business facts are written by `engine` alone; `query` is for reading, and for each owner's technical tables.
 */
export interface App {
  readonly config: Config;
  readonly log: Log;
  readonly modules: readonly Module[];
  readonly nouns: readonly Noun[];
  readonly actions: readonly Action[];
  readonly db: Reader;
  readonly query: Query;
  readonly engine: Engine;
  readonly held: HeldValues;
  readonly suite: Suite;
  /** The database as opened: the owner's URL for partitions and backups, whether grants can be bypassed. */
  readonly database: Omit<Database, 'close'>;
  /** Words between processes of one tenant: what to load again, what was revoked. */
  readonly announcements: Announcements;
  readonly scopes: () => ScopeTree;
  readonly now: () => Instant;
  /** Cookie or bearer token; null when there is neither, throws `people.*` refusals for a bad one. */
  readonly authenticate: (credentials: Credentials) => Promise<Person | null>;
}

type Indexed = ReadonlyMap<string, ReadonlyMap<string, Action>>;
const indexes = new WeakMap<readonly Action[], Indexed>();

function indexOf(actions: readonly Action[]): Indexed {
  const known = indexes.get(actions);
  if (known) return known;
  const byNoun = Map.groupBy(actions, (action) => action.noun.name);
  const made: Indexed = new Map(
    [...byNoun].map(([noun, own]) => [noun, new Map(own.map((action) => [action.name, action]))]),
  );
  indexes.set(actions, made);
  return made;
}

/** The actions of a noun, in the order they were declared. */
export const actionsOf = (app: Pick<App, 'actions'>, noun: string): readonly Action[] => [
  ...(indexOf(app.actions).get(noun)?.values() ?? []),
];

/** The action of this noun and verb, if the program still has it: an old entry may name one it has no longer. */
const findAction = (app: Pick<App, 'actions'>, noun: string, name: string): Action | undefined =>
  indexOf(app.actions).get(noun)?.get(name);

/**
 * What an entry of the ledger says was done: an action that people or the program have, or the recounting of a deadline,
 * which no module lists among its actions. Nothing for one that the program has no longer.
 */
export const findDone = (
  app: Pick<App, 'actions' | 'modules'>,
  noun: string,
  name: string,
): Action | undefined =>
  findAction(app, noun, name) ??
  app.modules
    .flatMap(({ clocks }) => clocks ?? [])
    .find(({ recompute }) => recompute.noun.name === noun && recompute.name === name)?.recompute;

/** What people read where an entry tells of an action that the program has no longer. */
export const NO_LONGER = '现已停用的操作';

/** The action of this noun and verb; both are names of the program, so a missing one is a bug. */
export function getAction(app: Pick<App, 'actions'>, noun: string, name: string): Action {
  const found = findAction(app, noun, name);
  if (!found) throw new Error(`no action ${noun}.${name}`);
  return found;
}
