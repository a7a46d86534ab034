import type { FastifyInstance } from 'fastify';
import type { App } from '#lib/app.ts';
import { actionRoutes } from './action-routes.ts';
import { documentation } from './documentation.ts';
import { listRoutes } from './list-routes.ts';
import { programRoutes } from './program.ts';
import { viewPath, viewRoutes } from './view-routes.ts';

/** Every route of the program: health, documentation, actions, lists, views, and what modules add themselves. */
export async function routes(server: FastifyInstance, app: App): Promise<void> {
  server.get('/health', () => ({ ok: true }));
  server.get('/ready', async () => {
    await app.query('select 1', []);
    return { ok: true };
  });
  await documentation(server, app);
  programRoutes(server, app);
  actionRoutes(server, app);
  viewRoutes(server, app);
  listRoutes(
    server,
    app,
    new Set(
      app.modules.flatMap((module) => module.views.map((view) => viewPath(view).replace(/:\w+$/, ':key'))),
    ),
  );
  for (const module of app.modules)
    if (module.routes) await server.register(async (scope) => module.routes!(scope, app));
}
