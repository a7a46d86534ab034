import { module } from '#lib/module.ts';
import { casePages } from './cases/routes.ts';
import { noticeOf } from './demonstration.ts';
import { deskFiles } from './desk-files.ts';
import { howLongPages } from './how-long/routes.ts';
import { itemPages } from './items/routes.ts';
import { letterPages } from './letters/routes.ts';
import { minePages } from './mine/routes.ts';
import { portalPages } from './pages.ts';

/** 门户 — the public pages, complete without JavaScript, and the way in for staff. */
export const portal = module({
  name: 'portal',
  title: '门户',
  routes: async (server, app) => {
    portalPages(server, app);
    await itemPages(server, app, { notice: () => noticeOf(app) });
    howLongPages(server, app, { notice: () => noticeOf(app) });
    letterPages(server, app, { notice: () => noticeOf(app) });
    casePages(server, app, { notice: () => noticeOf(app) });
    minePages(server, app, { notice: () => noticeOf(app) });
    deskFiles(server);
  },
});
