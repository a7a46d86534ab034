import type { FastifyInstance } from 'fastify';
import type { App } from '#lib/app.ts';
import { formBodies } from '#lib/http/forms.ts';
import { faultPages, type Site } from '../fault-page.ts';
import { draftPages } from './draft-routes.ts';
import { followPages } from './follow-routes.ts';
import { ownCasePages } from './own-case-routes.ts';
import { startPages } from './start-routes.ts';
import { themePages } from './theme-routes.ts';

/** 网上申请 and 我的办件 for whoever signed in with a real name, 查进度 for everybody; by forms alone. */
export function casePages(server: FastifyInstance, app: App, site: Site): void {
  void server.register(async (scope) => {
    formBodies(scope);
    faultPages(scope, app, site);
    followPages(scope, app, site);
    themePages(scope, app, site);
    startPages(scope, app, site);
    ownCasePages(scope, app, site);
    await scope.register((drafts) => draftPages(drafts, app, site));
  });
}
