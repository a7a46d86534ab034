import { applicants } from '#applicants/index.ts';
import { calendar } from '#calendar/index.ts';
import { cases } from '#cases/index.ts';
import { catalogue } from '#catalogue/index.ts';
import { documents } from '#documents/module.ts';
import { hotline } from '#hotline/index.ts';
import { ledger } from '#ledger/index.ts';
import type { MigrationSource } from '#lib/db/index.ts';
import type { Module } from '#lib/module.ts';
import { organisations } from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { performance } from '#performance/index.ts';
import { portal } from '#portal/index.ts';
import { settings } from '#settings/index.ts';
import { simulation } from '#simulation/index.ts';

/** Every module of the program, foundation first: their tables are made in this order. */
export const modules: readonly Module[] = [
  ledger,
  settings,
  calendar,
  organisations,
  people,
  documents,
  applicants,
  catalogue,
  cases,
  hotline,
  performance,
  simulation,
  portal,
];

export const migrationSources: readonly MigrationSource[] = modules.flatMap(({ name, migrations }) =>
  migrations ? [{ module: name, directory: migrations }] : [],
);
