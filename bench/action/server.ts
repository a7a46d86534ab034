/* One of the servers under test, in a process of its own: `engine`, `plain` or `bare`; says its address on stdout. */
import { readConfig } from '#lib/config.ts';
import { openDatabase, openPool } from '#lib/db/index.ts';
import { assemble } from '#lib/assemble.ts';
import { flatScopes } from '#lib/action/person.ts';
import { routes } from '#lib/http/routes.ts';
import { bareServer } from '#lib/http/server.ts';
import { startLoops } from '#lib/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { ledger } from '#ledger/index.ts';
import { heldCalendar } from './calendar.ts';
import { benchModule } from './world.ts';
import { plainServer } from './plain-server.ts';

const [kind = 'engine'] = process.argv.slice(2);
const config = readConfig(process.env);
const database = await openDatabase(config, { closeOnSignals: true });

async function engineServer(): Promise<{ listen: (at: { host: string; port: number }) => Promise<string> }> {
  const agent = someone('坐席', ['agent', '430611']);
  const modules = [ledger, { ...benchModule, held: [heldCalendar as never] }];
  const app = await assemble({
    config,
    database,
    modules,
    scopes: () => flatScopes,
    authenticate:
      () =>
      ({ authorization }) =>
        Promise.resolve(authorization === 'Bearer bench' ? agent : null),
  });
  const server = bareServer(app);
  await routes(server, app);
  startLoops(app);
  return server;
}

const server =
  kind === 'engine'
    ? await engineServer()
    : plainServer(openPool(database, { max: 16, named: kind !== 'unnamed' }), { history: kind !== 'bare' });
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
