import type { Config } from '../config.ts';
import { openEmbedded } from './embedded/open.ts';
import { openExternal } from './external.ts';

/** One tenant's place in one PostgreSQL, wherever that server runs. Nothing else in the program knows the difference. */
export interface Database {
  /** The schema's name. */
  readonly tenant: string;
  /** The role that owns the tables: migrations, backup, restore. */
  readonly ownerUrl: string;
  /** The role the program works as: SELECT and INSERT on the ledger, no more. */
  readonly programUrl: string;
  /** Connections the program's pool may hold. */
  readonly poolMax: number;
  readonly server: {
    /** As the server says it, such as `18.4`. */
    readonly version: string;
    readonly major: number;
    readonly embedded: boolean;
  };
  /** Why the append-only grants of the ledger can be got round, in Chinese; undefined when they hold. */
  readonly bypass: string | undefined;
  /** Leaves the server; stops the embedded one if this process is the one to do it. May be called twice. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Close on SIGINT, SIGTERM and SIGHUP, then end by that signal. `serve` says false: it drains requests first. */
  readonly closeOnSignals?: boolean;
}

/**
 * The database of the configuration: the server of DATABASE_URL, or the embedded one, started when none runs.
 * Runs no migrations. Throws a Refusal (`db.…`) with the next step when it cannot.
 */
export function openDatabase(
  config: Pick<
    Config,
    'dataDirectory' | 'tenant' | 'databaseUrl' | 'databaseMigrationUrl' | 'databasePoolMax'
  >,
  options: OpenOptions = {},
): Promise<Database> {
  const { tenant, databasePoolMax: poolMax, databaseUrl: programUrl } = config;
  if (programUrl === undefined)
    return openEmbedded({ directory: config.dataDirectory, tenant, poolMax, ...options });
  return openExternal({ tenant, poolMax, programUrl, ownerUrl: config.databaseMigrationUrl ?? programUrl });
}
