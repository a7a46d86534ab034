import { join } from 'node:path';
import type { Held } from '#lib/action/need.ts';
import { module } from '#lib/module.ts';
import { organisationTree } from './held-tree.ts';
import { amendOrganisation } from './organisation/amend.ts';
import { assignRemit } from './organisation/assign-remit.ts';
import { closeOrganisation } from './organisation/close.ts';
import { establishOrganisation } from './organisation/establish.ts';
import { mergeOrganisation } from './organisation/merge.ts';
import { moveOrganisation } from './organisation/move.ts';
import { organisation } from './organisation/organisation.ts';
import { renameOrganisation } from './organisation/rename.ts';
import { abolishRegion } from './region/abolish.ts';
import { establishRegion } from './region/establish.ts';
import { region } from './region/region.ts';
import { renameRegion } from './region/rename.ts';
import { amendSite } from './site/amend.ts';
import { closeSite } from './site/close.ts';
import { handOverSite } from './site/hand-over.ts';
import { openSite } from './site/open.ts';
import { site } from './site/site.ts';
import { resumeSite, suspendSite } from './site/suspend.ts';
import { treeView } from './views/tree.ts';
import { closeWindow } from './window/close.ts';
import { openWindow } from './window/open.ts';
import { pauseWindow, resumeWindow } from './window/pause.ts';
import { reassignWindow } from './window/reassign.ts';
import { serviceWindow } from './window/window.ts';
import './refusals.ts';

export { organisationTree } from './held-tree.ts';
export { maybeOrganisationNamed, organisationNamed, regionNamed } from './needs.ts';
export type { Organisation } from './organisation/organisation.ts';
export { REGION_KINDS, type Region } from './region/region.ts';
export { shortRegionCode } from './region/short-code.ts';
export { regionsCalled, unclearPlace } from './regions-called.ts';
export { type Seeded, seedOrganisations } from './seed/seed.ts';
export type { Site } from './site/site.ts';
export type { OrganisationNode, OrganisationTree, RegionNode } from './tree.ts';
export { serviceWindow, type ServiceWindow } from './window/window.ts';

/** 区划与机构 — where and who: divisions, organisations, sites and windows. */
export const organisations = module({
  name: 'organisations',
  title: '区划与机构',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [region, organisation, site, serviceWindow],
  actions: [
    establishRegion,
    renameRegion,
    abolishRegion,
    establishOrganisation,
    renameOrganisation,
    moveOrganisation,
    assignRemit,
    amendOrganisation,
    mergeOrganisation,
    closeOrganisation,
    openSite,
    amendSite,
    handOverSite,
    suspendSite,
    resumeSite,
    closeSite,
    openWindow,
    reassignWindow,
    pauseWindow,
    resumeWindow,
    closeWindow,
  ],
  views: [treeView],
  held: [organisationTree as unknown as Held<never>],
  roles: {
    'organisations.keeper': { title: '机构管理员', scope: 'region' },
    'organisations.hall-manager': { title: '大厅管理员', scope: 'region' },
  },
});
