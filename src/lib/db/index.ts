/** The public face of the database: open it, migrate it, pool it, tell its errors apart, back it up. */
export { type Database, openDatabase, type OpenOptions } from './database.ts';
export { openKysely } from './kysely.ts';
export { type Landed, migrate } from './migrate.ts';
export type { MigrationSource } from './migration-files.ts';
export { type Addressed, connectionConfig, openPool, type PoolOptions, withClient } from './pool.ts';
export { constraintOf, type DatabaseFault, databaseFault, sqlstateOf } from './sqlstate.ts';
export { instant } from './values.ts';
export { backup, type BackupOptions, writeBackup } from './backup/write.ts';
export type { Manifest } from './backup/manifest.ts';
export { readManifest } from './backup/read.ts';
export { restore, type RestoreOptions } from './backup/restore.ts';
