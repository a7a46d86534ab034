import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A module's migrations: a directory of `0001-name.sql`, plain SQL that names no schema, never edited once merged. */
export interface MigrationSource {
  readonly module: string;
  readonly directory: string;
}

export interface Migration {
  readonly module: string;
  /** The file's name without `.sql`. */
  readonly name: string;
  /** SHA-256 of the text with plain line ends, so that a checkout on another system does not look like an edit. */
  readonly checksum: string;
  readonly sql: string;
  readonly grant: Grant;
}

/**
 * What the program's role may do with the tables a file creates. By default everything but change their shape.
 * A line `-- grant: append-only` leaves SELECT and INSERT, `-- grant: read-only` SELECT, on all of the file's tables,
 * or on those named after it: `-- grant: append-only entry, block`.
 */
export type Grant = (table: string) => readonly Privilege[];
type Privilege = 'select' | 'insert' | 'update' | 'delete';

const kinds: Readonly<Record<string, readonly Privilege[]>> = {
  'append-only': ['select', 'insert'],
  'read-only': ['select'],
};
const ALL: readonly Privilege[] = ['select', 'insert', 'update', 'delete'];
const GRANT_LINE = /^--\s*grant:\s*(\S+)[ \t]*(.*)$/gm;
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Reads the grant lines of a file. A kind that does not exist is a bug, found before anything is run. */
export function grantOf(sql: string): Grant {
  const lines = [...sql.matchAll(GRANT_LINE)].map(([, kind = '', tables = '']) => {
    const privileges = kinds[kind];
    if (!privileges) throw new Error(`unknown grant: ${kind}`);
    return { privileges, tables: tables.split(/[\s,]+/).filter(Boolean) };
  });
  return (table) =>
    lines.find((line) => line.tables.includes(table))?.privileges ??
    lines.find((line) => line.tables.length === 0)?.privileges ??
    ALL;
}

async function migrationsOf(source: MigrationSource): Promise<readonly Migration[]> {
  const files = (await readdir(source.directory)).filter((file) => file.endsWith('.sql')).sort();
  const numbers = files.map((file) => FILE_NAME.exec(file)?.[1]);
  const stray = files.find((_, i) => numbers[i] === undefined || numbers[i] === numbers[i - 1]);
  if (stray)
    throw new Error(`migration ${source.module}/${stray}: the name must be 0001-name.sql, each number once`);
  return Promise.all(
    files.map(async (file) => {
      const sql = (await readFile(join(source.directory, file), 'utf8')).replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { module: source.module, name: file.slice(0, -4), checksum, sql, grant: grantOf(sql) };
    }),
  );
}

/** Every migration in the order of landing: modules as given, files by number. */
export async function readMigrations(sources: readonly MigrationSource[]): Promise<readonly Migration[]> {
  const twice = sources.find((source, i) => sources.findIndex((each) => each.module === source.module) !== i);
  if (twice) throw new Error(`module ${twice.module} gives its migrations twice`);
  return (await Promise.all(sources.map(migrationsOf))).flat();
}
