import type { FastifyInstance } from 'fastify';
import type { Action } from '#lib/action/action.ts';
import type { Noun } from '#lib/action/noun.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { actionPaths } from './action-routes.ts';
import { signedIn } from './server.ts';
import { closed } from './validate.ts';

/** A noun as the desk draws it, without what is secret. */
export const nounShown = (noun: Noun): unknown => ({
  name: noun.name,
  path: noun.path,
  title: noun.title,
  states: noun.states,
  filters: noun.filters,
  isSearchable: noun.searched.length > 0,
  holdsFiles: noun.holdsFiles,
  columns: Object.fromEntries(
    Object.entries(noun.columns)
      .filter(([, column]) => column.keeping !== 'secret')
      .map(([name, { title, sql, keeping }]) => [name, { title, type: sql, keeping }]),
  ),
});
const actionShown = (action: Action, path: string): unknown => ({
  noun: action.noun.name,
  name: action.name,
  title: action.title,
  about: action.about,
  from: action.from,
  to: action.to,
  path: `/api${path}`,
  input: closed(action.input),
});

/**
 * What the desk draws its lists, forms and buttons from: the declarations this person may use at all.
 * Rights over a single row are in the row's own `actions`.
 */
export function programRoutes(server: FastifyInstance, app: App): void {
  const paths = actionPaths(app.actions);
  server.get(
    '/api/program',
    { schema: { tags: ['查询'], summary: '可用的记录种类与操作', operationId: 'program' } },
    async (request) => {
      const by = await signedIn(app, request);
      return {
        modules: app.modules.map(({ name, title }) => ({ name, title })),
        nouns: app.nouns.filter((noun) => hasRole(noun.see, by)).map(nounShown),
        actions: app.actions
          .filter((action) => !action.hidden && hasRole(action.may, by))
          .map((action) => actionShown(action, paths.get(action)!)),
        roles: Object.fromEntries(app.modules.flatMap((module) => Object.entries(module.roles))),
      };
    },
  );
}
