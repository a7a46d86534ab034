import type { FastifyInstance } from 'fastify';
import { alsoApplicants } from '#applicants/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { assemble } from '#lib/assemble.ts';
import type { Config } from '#lib/config.ts';
import { migrate, openDatabase, type OpenOptions } from '#lib/db/index.ts';
import { routes } from '#lib/http/routes.ts';
import { bareServer } from '#lib/http/server.ts';
import { startLoops } from '#lib/loops.ts';
import { ensurePartitions } from '#ledger/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { authenticator } from '#people/index.ts';
import { migrationSources, modules } from './modules.ts';

/** The program, tied together; `close` waits for what is under way and leaves nothing running. */
export interface Running extends App {
  readonly close: () => Promise<void>;
}

/** Opens the database, brings its schema up to date and ties the modules together. */
export async function openApp(config: Config, options: OpenOptions = {}): Promise<Running> {
  const database = await openDatabase(config, options);
  await migrate(database, migrationSources);
  await ensurePartitions(database);
  const app = await assemble({
    config,
    database,
    modules,
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
    authenticate: alsoApplicants(authenticator),
  });
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  return { ...app, close };
}

/** The web server over a running program, with the loops of its modules; not yet listening. */
export async function openServer(
  app: App,
): Promise<{ readonly server: FastifyInstance; readonly stop: () => Promise<void> }> {
  const server = bareServer(app);
  await routes(server, app);
  const loops = startLoops(app);
  const stop = async (): Promise<void> => {
    await server.close();
    await loops.stop();
  };
  return { server, stop };
}
