import { ledger } from '#ledger/index.ts';
import type { MigrationSource } from '#lib/db/index.ts';
import type { Module } from '#lib/module.ts';
import { organisations } from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { performance } from '#performance/index.ts';

/** Every module of the program, foundation first: their tables are made in this order. */
export const modules: readonly Module[] = [ledger, organisations, people, performance];

export const migrationSources: readonly MigrationSource[] = modules.flatMap(({ name, migrations }) =>
  migrations ? [{ module: name, directory: migrations }] : [],
);
