import { refuse } from '#lib/refusal.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { courseOf, type Elements, type Item } from '#catalogue/index.ts';
import { regionsCalled, unclearPlace, type OrganisationTree, type RegionNode } from '#organisations/index.ts';
import { limitsOf, started, timed, tookUntil } from '../clocks.ts';
import { decidingOf } from '../file/apply.ts';
import { applicantColumns } from '../file/applicant.ts';
import { authorityOf } from '../file/authority.ts';
import { levelOf } from '../file/place.ts';
import type { CaseRules } from '../rules.ts';
import type { ElsewhereInput } from './input.ts';
import { isDecision } from './told-faults.ts';
import { sourceKeyOf } from './source-key.ts';

const atField = (path: string, message: string) => ({ fields: [{ path, message }] });

function placeOf({ place }: ElsewhereInput, tree: OrganisationTree): RegionNode {
  if (place === undefined) return tree.root ?? refuse('organisations.no-region');
  const meant = regionsCalled(tree, place);
  return meant.length === 1
    ? meant[0]!
    : refuse('organisations.no-region', {}, atField('place', unclearPlace(place, meant)));
}
/** As of a case of our own: whoever the item names, another only where the item’s body is not known here. */
function departmentOf({ department }: ElsewhereInput, item: Item, tree: OrganisationTree): string {
  const named = department === undefined ? null : (tree.organisations.get(department) ?? null);
  if (department !== undefined && named?.isActive !== true)
    refuse('organisations.no-organisation', {}, atField('department', '没有这个单位，或它已撤销'));
  return decidingOf({ named, tree }, item.body);
}

/** The item a case of elsewhere is of: one that was ever published here. */
export function getItem(found: Item | null, code: string): Item {
  if (found && found.state !== 'listed' && found.state !== 'draft') return found;
  return refuse('cases.no-item', { item: code }, atField('item', '没有这个事项，或它还没有发布'));
}

interface Known {
  readonly item: Item;
  readonly tree: OrganisationTree;
}
/** What the source says, as columns; the same words give the same columns. Pure. */
export function toldColumns(input: ElsewhereInput, { item, tree }: Known) {
  const place = placeOf(input, tree);
  return {
    state: 'elsewhere',
    sourceSystem: input.sourceSystem.trim(),
    sourceId: input.sourceId.trim(),
    sourceKey: sourceKeyOf(input),
    itemCode: item.number,
    place: place.code,
    level: levelOf(place),
    department: departmentOf(input, item, tree),
    ...applicantColumns(input.applicant),
    receivedAt: input.receivedAt,
    acceptedAt: input.acceptedAt ?? null,
    decidedAt: isDecision(input) ? input.decidedAt! : null,
    outcome: input.outcome ?? null,
    resultNumber: input.resultNumber?.trim() ?? null,
    completedAt: input.deliveredAt ?? null,
    endedAt: isDecision(input) ? (input.deliveredAt ?? null) : (input.decidedAt ?? null),
  } as const;
}

interface Edition {
  readonly item: Pick<Item, 'id' | 'name' | 'type' | 'level'>;
  readonly editionId: string;
  readonly elements: Elements;
  readonly rules: CaseRules;
  readonly calendar: CalendarTable;
}
const NO_CLOCK = {
  legalClock: null,
  legalDueAt: null,
  legalDueBecause: null,
  promisedClock: null,
  promisedDueAt: null,
  promisedDueBecause: null,
  isOnTime: null,
  isPromiseKept: null,
  workingDaysUsed: null,
} as const;

/**
 * What follows from the item’s own record: both clocks from the acceptance, and whether the decision was in time. Nothing
 * is known of pauses there, so none is spared; an item without a limit has no clock. Pure.
 */
export function followingColumns(told: ReturnType<typeof toldColumns>, edition: Edition) {
  const course = courseOf(edition.elements);
  const { acceptedAt, decidedAt } = told;
  const running = acceptedAt === null ? null : started(limitsOf(course), edition.rules, acceptedAt);
  const clocks = running && {
    ...timed(running, edition.calendar),
    ...(decidedAt === null ? {} : tookUntil(decidedAt, running, edition.calendar)),
  };
  return {
    item: edition.item.id,
    itemEdition: edition.editionId,
    itemName: edition.item.name,
    itemType: edition.item.type,
    kind: course.isInstant ? 'instant' : 'promised',
    isLicence: course.isLicence,
    channel: 'elsewhere',
    authority: authorityOf(edition.item.level),
    papers: [],
    isSeparated: false,
    isElsewhere: true,
    ...NO_CLOCK,
    ...clocks,
  } as const;
}
