import type { FastifyInstance } from 'fastify';
import { hasRole } from '#lib/action/permission.ts';
import { SYSTEM, type Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { sentOf, type View } from '#lib/view.ts';
import { viewSchema } from './schemas.ts';
import { anybodyCalling, sendJson } from './server.ts';
import { validated } from './validate.ts';

/** `/evaluations/{year}` as Fastify says it. */
export const viewPath = (view: View): string => view.path.replace(/\{(\w+)\}/g, ':$1');

const NOBODY: Person = { ...SYSTEM, name: '公众', grants: [] };

function mayLook(view: View, by: Person | null): Person {
  if (view.may === 'public') return by ?? NOBODY;
  if (!by || (by.isPublic && view.may === 'signed-in')) return refuse('lib.not-signed-in');
  if (view.may !== 'signed-in' && !hasRole(view.may, by)) refuse('lib.missing-role', { title: view.title });
  return by;
}

export function viewRoutes(server: FastifyInstance, app: App): void {
  for (const view of app.modules.flatMap((module) => module.views)) {
    server.get(`/api${viewPath(view)}`, { schema: viewSchema(view) }, async (request, reply) => {
      const by = mayLook(view, await anybodyCalling(app, request));
      const query = validated<never>(view.query, {
        ...(request.query as object),
        ...(request.params as object),
      });
      const shown = await view.read({ db: app.db, query, by, now: app.now(), scopes: app.scopes(), app });
      return sendJson(reply, sentOf(shown));
    });
  }
}
