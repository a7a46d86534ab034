import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { joined } from '#lib/part.ts';
import { authorityPart } from './authority/part.ts';
import { basisPart } from './basis/part.ts';
import { differencesPart } from './differences/part.ts';
import { delegationsPart } from './delegations/part.ts';
import { exchangePart } from './exchange/part.ts';
import { figuresPart } from './figures/part.ts';
import { guidePart } from './guide/part.ts';
import { itemPart } from './item/part.ts';
import { powersPart } from './powers/part.ts';
import { searchPart } from './search/part.ts';
import { settlingPart } from './settling/part.ts';
import { windowsPart } from './windows/part.ts';
import './refusals.ts';

export { folded } from './compare/compare.ts';
export { courseOf, type Course } from './course/course.ts';
export { interview, type Answers } from './course/answers.ts';
export { materialsFor, type ChosenMaterial, type Held, type LeftOut } from './course/materials-for.ts';
export {
  stageOf,
  type Commitment,
  type Condition,
  type Situation,
  type Step,
  type Survey,
} from './elements/course-kinds.ts';
export { ELEMENTS, type Elements } from './elements/elements.ts';
export { bareMaterial, DAY_UNITS, type Limit, type Material } from './elements/kinds.ts';
export { LEVELS, type Level } from './codes/types.ts';
export { item, itemEdition, type Item, type ItemEdition } from './item/item.ts';
export { findLetter, lettersFor, sealScope } from './authority/covers.ts';
export { lettersOf, lettersOfItem, sealsOf, sealsOfItem } from './authority/needs.ts';
export { isDelegated } from './delegations/holds.ts';
export { delegation, type Delegation } from './delegations/delegation.ts';
export { WINDOW_TYPES, type WindowType } from './words.ts';
export { windowList, type WindowList } from './windows/list.ts';
export { findList, windowTakes } from './windows/takes.ts';
export { organisationOf } from './item/organisation-of.ts';
export { conditionOf, guideOf, type Guide, type GuideSource } from './guide/guide.ts';
export { limitWords } from './guide/facts.ts';
export { PAPERS as ITEM_PAPERS } from './guide/papers.ts';
export { findGuideSource } from './guide/source.ts';
export { fieldOf, toldIn } from './guide/told.ts';
export { itemsByBody } from './search/by-body.ts';
export { findItems, type FoundItems } from './search/find-items.ts';
export { exportItems, FORMATS as ITEM_FORMATS, type ExchangeFormat } from './exchange/export-items.ts';
export { previewItems, type ImportPreview } from './reading/preview.ts';
export { importItems } from './reading/import-items.ts';
export { seedCatalogue } from './demonstration/seed.ts';

/** 事项目录 — what may be applied for: items by the national element list, their editions, checks and comparison. */
export const catalogue = module({
  name: 'catalogue',
  title: '事项目录',
  migrations: join(import.meta.dirname, 'migrations'),
  ...joined([
    itemPart,
    exchangePart,
    differencesPart,
    basisPart,
    authorityPart,
    settlingPart,
    windowsPart,
    delegationsPart,
    powersPart,
    figuresPart,
    guidePart,
    searchPart,
  ]),
  roles: {
    'catalogue.editor': { title: '事项编目员', scope: 'region' },
    'catalogue.publisher': { title: '事项发布员', scope: 'region' },
  },
});
