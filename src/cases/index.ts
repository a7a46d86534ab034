import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { joined } from '#lib/part.ts';
import { afterCheckPart } from './after-check/part.ts';
import { afterPart } from './after/part.ts';
import { barPart } from './bar/part.ts';
import { branchPart } from './branch/part.ts';
import { breachPart } from './breach/part.ts';
import { bundlePart } from './bundle/part.ts';
import { commitmentPart } from './commitment/part.ts';
import { counterPart } from './counter/part.ts';
import { elsewherePart } from './elsewhere/part.ts';
import { extensionPart } from './extension/part.ts';
import { figuresPart } from './figures/part.ts';
import { filePart } from './file/part.ts';
import { haltPart } from './halt/part.ts';
import { handoverPart } from './handover/part.ts';
import { onlinePart } from './online/part.ts';
import { papersPart } from './papers/part.ts';
import { projectsPart } from './projects/part.ts';
import { powersPart } from './powers/part.ts';
import { renewalPart } from './renewal/part.ts';
import { upholdingRenewal } from './renewal/uphold.ts';
import { specialPart } from './special/part.ts';
import { surveyPart } from './survey/part.ts';
import { tolerancePart } from './tolerance/part.ts';
import { utilitiesPart } from './utilities/part.ts';
import { trainedPart } from './trained/part.ts';
import { viewsPart } from './views/part.ts';
import { whatIfPart } from './what-if/part.ts';
import { coveringWords } from './file/covered-words.ts';
import { stayingOut } from './file/stay-out.ts';
import { keepingApart } from './file/ties.ts';
import './refusals.ts';

export { drawnFor } from './after-check/make-draw.ts';
export { seedThemes } from './demonstration/seed.ts';
export { importCases, previewCases } from './elsewhere/import-cases.ts';
export {
  findItemTook,
  howLongSoFar,
  type HowLong,
  type ItemTook,
  type LineTook,
} from './figures/how-long.ts';
export { TOOK_BASIS } from './figures/took.ts';
export { importReceipts } from './handover/import-receipts.ts';
export { BundleFields, bundleNeeds, bundleOf } from './bundle/apply.ts';
export { bundlePapers, type BundlePapers } from './bundle/papers.ts';
export { findTheme, readThemes, type ToldTheme } from './bundle/themes-view.ts';
export { isMandate, MANDATE_PAPER } from './file/on-behalf.ts';
export { isCode, readableCode } from './counter/code.ts';
export { bundleAddress, counterAddress, intakeSheet } from './counter/sheet.ts';
export { followCase, type FollowedCase } from './online/follow.ts';
export { ownFile } from './online/own-files.ts';
export {
  getOwnRow,
  numberOf,
  readOwnCase,
  readOwnCases,
  type OwnCase,
  type OwnCaseWhole,
} from './online/views/own-cases.ts';
export { readOpenDrafts, readOwnDraft, type OpenDraft, type OwnDraft } from './online/views/own-draft.ts';
/** Where ratings hang. @public */
export { ratingOffer, type RatingOffer } from './rating/offer.ts';
export { writtenPaper } from './papers/routes.ts';
export { utilityPromises } from './utilities/promises.ts';
export { servicesOf } from './utilities/services.ts';
export { SERVICES, type Service } from './utilities/words.ts';
export { PAPER_STATES } from './words.ts';

const parts = joined([
  filePart,
  branchPart,
  specialPart,
  extensionPart,
  surveyPart,
  projectsPart,
  utilitiesPart,
  tolerancePart,
  commitmentPart,
  breachPart,
  barPart,
  haltPart,
  renewalPart,
  afterPart,
  afterCheckPart,
  bundlePart,
  figuresPart,
  trainedPart,
  viewsPart,
  whatIfPart,
  papersPart,
  handoverPart,
  powersPart,
  elsewherePart,
  onlinePart,
  counterPart,
]);

/** 办件 — accept in front, approve behind, deliver at one place. */
export const cases = module({
  name: 'cases',
  title: '办件',
  migrations: join(import.meta.dirname, 'migrations'),
  ...parts,
  actions: parts.actions.map((each) => upholdingRenewal(coveringWords(stayingOut(keepingApart(each))))),
  roles: {
    'cases.clerk': { title: '窗口受理员', scope: 'region' },
    'cases.approver': { title: '部门审查员', scope: 'organisation' },
    'cases.decider': { title: '首席代表（决定人）', scope: 'organisation' },
    'cases.head': { title: '行政机关负责人', scope: 'organisation' },
    'cases.sealer': { title: '用章员', scope: 'organisation' },
    'cases.deliverer': { title: '出件员', scope: 'region' },
    'cases.liaison': { title: '通办联络员', scope: 'region' },
    'cases.importer': { title: '外部办件导入员', scope: 'region' },
    'cases.platform': { title: '网上办事平台（接口）', scope: 'region' },
    'cases.utility': { title: '公用企业经办员', scope: 'organisation' },
    'cases.inspector': { title: '效能监督员', scope: 'region' },
  },
});
