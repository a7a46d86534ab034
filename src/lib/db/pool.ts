import { Client, type ClientBase, type ClientConfig, Pool, type PoolConfig } from 'pg';
import { log } from '../log.ts';
import type { Database } from './database.ts';
import { NamedClient } from './named-client.ts';
import { sqlstateOf } from './sqlstate.ts';
import { valueTypes } from './values.ts';

export interface PoolOptions {
  /** `program` (the default) may only do what it was granted; `owner` migrates, backs up and restores. */
  readonly as?: 'program' | 'owner';
  readonly max?: number;
  /** Milliseconds to wait for a lock before 55P03; 0 (the default) waits for ever. The engine says 2000. */
  readonly lockTimeout?: number;
  /** Milliseconds a statement may run before 57014; 0 (the default) is no limit. */
  readonly statementTimeout?: number;
  /** Further settings of the session, such as `plan_cache_mode`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Prepare statements under names (the default). Off behind a pooler in transaction mode. */
  readonly named?: boolean;
  /** Seen in pg_stat_activity. */
  readonly purpose?: string;
}

export type Addressed = Pick<Database, 'tenant' | 'ownerUrl' | 'programUrl'>;

/**
 * The session's settings travel with the connection, so no SQL names a schema or depends on the server's defaults:
 * the tenant's schema is the only one searched, the zone is UTC, dates are ISO.
 */
function sessionSettings(tenant: string, options: PoolOptions): string {
  const settings: Readonly<Record<string, string | number>> = {
    search_path: tenant,
    timezone: 'UTC',
    datestyle: 'ISO,YMD',
    intervalstyle: 'iso_8601',
    lock_timeout: options.lockTimeout ?? 0,
    statement_timeout: options.statementTimeout ?? 0,
    ...options.settings,
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** The driver's configuration of one connection to the tenant; for a LISTEN connection or COPY outside a pool. */
export function connectionConfig(database: Addressed, options: PoolOptions = {}): ClientConfig {
  return {
    connectionString: options.as === 'owner' ? database.ownerUrl : database.programUrl,
    options: sessionSettings(database.tenant, options),
    application_name: `yichuang ${options.purpose ?? options.as ?? 'program'}`,
    types: valueTypes,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  };
}

/**
 * A connection that breaks while nobody waits on it says so by an event; unheard, the event ends the process. Whoever
 * uses the connection next gets the error itself.
 */
function heedErrors(client: ClientBase): void {
  client.on('error', () => undefined);
}

/** A pool on the tenant's schema. End it with `pool.end()` before `database.close()`. */
export function openPool(database: Addressed, options: PoolOptions = {}): Pool {
  const config: PoolConfig = {
    ...connectionConfig(database, options),
    max: options.max ?? 10,
    ...(options.named === false ? {} : { Client: NamedClient }),
  };
  const pool = new Pool(config);
  pool.on('error', (error) => {
    // `end()` does not wait for the sockets: a database stopped right after it is told to those still open.
    if (!pool.ending) log.warn('database.connection-lost', { code: sqlstateOf(error) ?? 'unknown' });
  });
  pool.on('connect', heedErrors);
  return pool;
}

/** One connection of its own, for the length of `work`. */
export async function withClient<T>(
  database: Addressed,
  options: PoolOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(connectionConfig(database, options));
  heedErrors(client);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
