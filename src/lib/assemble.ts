import { engine } from '#lib/action/engine/engine.ts';
import { heldValues, type HeldValues } from '#lib/action/engine/held-values.ts';
import type { Query } from '#lib/action/engine/load.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import { openAnnouncements, type Announcements } from '#lib/announcements.ts';
import type { App } from '#lib/app.ts';
import type { Config } from '#lib/config.ts';
import type { Database } from '#lib/db/database.ts';
import { openKysely } from '#lib/db/kysely.ts';
import { openPool } from '#lib/db/pool.ts';
import type { Tables } from '#lib/db/reader.ts';
import { openSuite } from '#lib/keys.ts';
import { log } from '#lib/log.ts';
import type { Module } from '#lib/module.ts';
import { instantOf, type Instant } from '#lib/time.ts';

/** What `main.ts` (or a test) chooses; everything else follows. */
export interface Assembly {
  readonly config: Config;
  /** Opened and migrated. */
  readonly database: Omit<Database, 'close'>;
  readonly modules: readonly Module[];
  /** The tree of regions and organisations, among the held values. */
  readonly scopes: (held: HeldValues) => ScopeTree;
  readonly authenticate: (app: Omit<App, 'authenticate'>) => App['authenticate'];
  readonly now?: () => Instant;
}
/** `close` waits for what is under way and ends every connection; the database itself is the caller's to close. */
export interface Assembled extends App {
  readonly close: () => Promise<void>;
}

type Pool = ReturnType<typeof openPool>;
const querying =
  (pool: Pool): Query =>
  async (text, values) =>
    (await pool.query(text, [...values])).rows as readonly Readonly<Record<string, unknown>>[];

interface Pools {
  readonly reading: Pool;
  readonly engine: Pool;
  readonly counters: Pool;
}

/**
 * The engine runs few statements, all by key, over and over: one plan each, made once. Left alone the planner would plan
 * the batch anew for every length of its arrays, and scan a table that was empty when it last looked.
 */
const ENGINE_SETTINGS = { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off', jit: 'off' } as const;

function openPools(database: Omit<Database, 'close'>, max: number): Pools {
  return {
    reading: openPool(database, { max }),
    engine: openPool(database, { max: 4, lockTimeout: 2_000, purpose: 'engine', settings: ENGINE_SETTINGS }),
    // Carried by the batch's own commit: see numbers.ts.
    counters: openPool(database, { max: 1, purpose: 'counters', settings: { synchronous_commit: 'off' } }),
  };
}

/** Other processes say what to load again; after a broken connection everything is loaded again. */
function keepFresh(
  held: HeldValues,
  announcements: Announcements,
  { modules, isClosed }: { readonly modules: readonly Module[]; readonly isClosed: () => boolean },
): void {
  const refresh = (nouns: readonly string[]): void => {
    held.refresh(nouns).catch((error: unknown) => {
      // A word that comes while we leave finds the connections gone: nobody needs it any more.
      if (!isClosed()) log.error('held.refresh', error);
    });
  };
  announcements.on('held', refresh);
  announcements.onReconnect(() =>
    refresh(modules.flatMap((module) => module.nouns.map((noun) => noun.name))),
  );
}

/** Ties the modules together over an open database. */
export async function assemble(assembly: Assembly): Promise<Assembled> {
  const { config, database, modules } = assembly;
  const pools = openPools(database, config.databasePoolMax);
  const query = querying(pools.reading);
  const db = openKysely<Tables>(pools.reading);
  const announcements = await openAnnouncements(database, query);
  const held = await heldValues(
    modules.flatMap((module) => module.held),
    db,
  );
  let isClosed = false;
  keepFresh(held, announcements, { modules, isClosed: () => isClosed });
  const scopes = (): ScopeTree => assembly.scopes(held);
  const actions = modules.flatMap((module) => module.actions);
  const suite = openSuite(config.dataDirectory);
  const announce = (nouns: readonly string[]): Promise<void> => announcements.tell('held', nouns);
  const engineQuery = querying(pools.engine);
  const work = engine({
    query: engineQuery,
    counters: querying(pools.counters),
    suite,
    actions,
    held,
    scopes,
    announce,
  });
  const parts = {
    config,
    database,
    modules,
    actions,
    db,
    query,
    held,
    suite,
    scopes,
    announcements,
    log,
    nouns: modules.flatMap((module) => module.nouns),
    engine: work,
    now: assembly.now ?? ((): Instant => instantOf(Date.now())),
  };
  const close = async (): Promise<void> => {
    await work.idle();
    isClosed = true;
    await announcements.close();
    await Promise.all([pools.reading.end(), pools.engine.end(), pools.counters.end()]);
  };
  return { ...parts, authenticate: assembly.authenticate(parts), close };
}
