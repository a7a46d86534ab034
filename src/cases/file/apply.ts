import { Type, type Static } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { courseOf, item, organisationOf, type WindowType, type Held, type Item } from '#catalogue/index.ts';
import {
  maybeOrganisationNamed,
  organisationTree,
  type OrganisationNode,
  type OrganisationTree,
  type RegionNode,
} from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import type { ApplicationBar } from '../bar/application-bar.ts';
import { refuseBarred } from '../bar/refuse-barred.ts';
import { workingDaysAfter } from '../clocks.ts';
import { refuseUntrained, trainingNeeds, type AtWindow } from '../trained/refuse-untrained.ts';
import { heldWindows, windowTypeFor, type Windows } from '../powers/window.ts';
import { renewalOf, type Renewing } from '../renewal/former.ts';
import { renewalRules } from '../renewal/rules.ts';
import { caseRules, type CaseRules } from '../rules.ts';
import { applicantColumns } from './applicant.ts';
import { ApplicationFields } from './application-fields.ts';
import { askedPapers } from './asked-papers.ts';
import type { Channel } from '../words.ts';
import { authorityOf } from './authority.ts';
import { caseFile } from './case-file.ts';
import { heldBy, renewingBy, sameApplicant } from './granted-before.ts';
import { helpedUnder, HelperMandate, helperNeeds, withRegistered, type Helped } from './helper-mandate.ts';
import { matterColumns } from './matter.ts';
import { withMandate } from './on-behalf.ts';
import { broughtIn } from './paper.ts';
import { refuseMisplaced, refuseStray } from './so-booked.ts';
import { levelOf, standingAt } from './place.ts';

type Asked = { readonly input: { readonly item: string } };
/** What every way in must have on the table to know the window, its list and whether its clerk is trained. */
export const windowNeeds = { windows: holding(heldWindows), ...trainingNeeds };
export const applicationNeeds = {
  offered: find(item, ({ input }: Asked) => ({ number: input.item.trim() })),
  place: standingAt,
  named: maybeOrganisationNamed('department'),
  tree: holding(organisationTree),
  calendar: calendarNow,
  rules: settingNow(caseRules),
  renewals: settingNow(renewalRules),
  ...windowNeeds,
  ...sameApplicant,
};
/** What an application asks of its item. */
export type Offered = Pick<
  Item,
  | 'id'
  | 'number'
  | 'name'
  | 'type'
  | 'level'
  | 'state'
  | 'editionId'
  | 'body'
  | 'isOnApplication'
  | 'elements'
> &
  Partial<Pick<Item, 'basicCode'>>;
type Said = Static<typeof ApplicationFields>;
interface Application extends AtWindow {
  /** By whichever way it came. */
  readonly input: Omit<Said, 'channel'> & { readonly channel?: Channel };
  readonly offered: Offered | null;
  /** By which registered mandate a clerk applies for another; none when left out. */
  readonly helped?: Helped | null;
  /** What need not be brought; nothing when left out. */
  readonly held?: Held;
  readonly place: RegionNode;
  readonly named: OrganisationNode | null;
  readonly tree: OrganisationTree;
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
  /** What the windows take. */
  readonly windows: Windows;
  /** What bars whoever applies, by document and by code. */
  readonly bars: readonly ApplicationBar[];
  readonly firmBars: readonly ApplicationBar[];
  /** What a renewal is asked by; a door without it has no field for one. */
  readonly renewing?: Renewing;
  /** When an administrative counter had the papers in hand; left out, now. */
  readonly hadAt?: Instant;
  readonly now: Item['publishedAt'] & string;
}

/** The item, when it can be applied for today. Refuses otherwise, with what stands against it. */
export function getOffered<I extends Offered>(offered: I | null, code: string): I {
  const at = (message: string) => ({ fields: [{ path: 'item', message }] });
  if (!offered || offered.state === 'listed' || offered.state === 'draft')
    return refuse('cases.no-item', { item: code }, at('没有这个事项，或它还没有发布'));
  if (offered.state !== 'published')
    refuse('cases.not-offered', {
      item: offered.name,
      why: offered.state === 'suspended' ? '已暂停办理' : '已取消',
    });
  if (!offered.isOnApplication) refuse('cases.not-on-application', { item: offered.name });
  return offered;
}

/**
 * Whoever the item names decides, and nobody else (行政许可法 22): a department may be named only where the item's body is
 * not known here, and then an authority.
 */
export function decidingOf({ named, tree }: Pick<Application, 'named' | 'tree'>, body: string): string {
  const own = organisationOf(tree, body);
  const at = (message: string) => ({ fields: [{ path: 'department', message }] });
  if (own === null && named === null)
    refuse('cases.no-department', { body }, at('事项的实施主体不在机构名录中，请选择审批部门'));
  const isCompetent = own === null ? named?.kind !== 'utility' : named === null || named.id === own;
  if (!isCompetent) refuse('cases.not-competent', { body, named: named!.name }, at(`该事项由${body}决定`));
  return (own ?? named?.id)!;
}

/** By the list of the window, when one is named and works by a list. */
function windowTypeOf(
  { input, windows, place, now }: Pick<Application, 'input' | 'windows' | 'place' | 'now'>,
  offered: Offered,
  organisation: string,
): WindowType | null {
  const { window, windowType: said = null } = input;
  const item = { ...offered, basicCode: offered.basicCode ?? null, organisation };
  const on = dayOf(now);
  const listed = window === undefined ? null : windowTypeFor({ window, item, on }, windows);
  refuseMisplaced({ window, windows, place, item, on }, listed ?? said);
  return listed ?? said;
}

/**
 * The row that follows from an application, whichever way it came; `state` is for the action to say. Asks the window, its
 * list and the training of its clerk. Pure.
 */
export function takenIn({ input, place, named, tree, calendar, rules, by, now, ...given }: Application) {
  const hadAt = given.hadAt ?? now;
  const offered = getOffered(given.offered, input.item);
  const department = decidingOf({ named, tree }, offered.body);
  const answers = input.answers ?? {};
  refuseStray(answers, offered.elements.situations);
  const asked = askedPapers(offered.elements, answers, given.held);
  const { helped = null } = given;
  const agentName = helped?.agentName ?? input.agentName?.trim();
  const forAll = agentName === undefined ? asked : withMandate(asked);
  const { papers, unknown } = broughtIn(
    helped ? withRegistered(forAll, helped) : forAll,
    input.papers ?? [],
    hadAt,
  );
  if (unknown.length > 0) refuse('cases.unknown-paper', { names: unknown.join('、') });
  const course = courseOf(offered.elements);
  const agent = agentName === undefined ? null : { plain: agentName };
  const who = applicantColumns(input.applicant);
  const windowType = windowTypeOf({ ...given, input, place, now }, offered, department);
  const { id, elements } = offered;
  const wanted = { item: id, basicCode: elements.basicCode ?? null, at: hadAt };
  refuseBarred([...given.bars, ...given.firmBars], wanted);
  const renewal = renewalOf({ ...given.renewing, named: input.renews, offered, calendar, hadAt });
  // What was sent on line came to no counter: whoever looks at it there is asked when they accept it.
  if (input.channel !== 'online') refuseUntrained({ ...given, by, now }, windowType);
  return {
    item: offered.id,
    itemEdition: offered.editionId,
    itemCode: offered.number,
    itemName: offered.name,
    itemType: offered.type,
    basicCode: offered.elements.basicCode ?? null,
    kind: course.isInstant ? 'instant' : 'promised',
    isLicence: course.isLicence,
    answers: input.answers ?? null,
    channel: input.channel ?? 'window',
    windowType,
    windowId: input.window ?? null,
    level: levelOf(place),
    place: place.code,
    department,
    authority: authorityOf(offered.level),
    isOnBehalf: agentName === undefined ? null : true,
    agentName: agent,
    mandate: helped?.mandate ?? null,
    applicant: helped?.applicant ?? null,
    ...who,
    ...matterColumns(input.matter, { ...who, agentName: agent }),
    papers,
    receivedAt: hadAt,
    receivedBy: by.id,
    tellDays: rules.tellWithinDays,
    tellByAt: workingDaysAfter(hadAt, rules.tellWithinDays, calendar),
    isSeparated: course.isSeparated,
    ...renewal,
  } as const;
}

/**
 * 申请 — at a counter the papers are received with it and a receipt goes out at once; from afar they wait for somebody to
 * look. 收件 is not 受理: no clock of the examination runs, only the five days of the one notice (行政许可法 32).
 */
export const apply = birth(caseFile, {
  name: 'apply',
  title: '申请收件',
  about: '登记一件申请并出具收件凭证；收件不等于受理',
  may: { 'cases.clerk': 'place' },
  to: ['applied', 'received'],
  input: Type.Object({ ...ApplicationFields.properties, mandate: Type.Optional(HelperMandate) }),
  needs: { ...applicationNeeds, ...helperNeeds },
  decide(given) {
    const row = takenIn({
      ...given,
      held: heldBy(given),
      renewing: renewingBy(given),
      helped: helpedUnder(given),
    });
    const isFromAfar = row.channel === 'post' || row.channel === 'terminal';
    return {
      ...row,
      state: isFromAfar ? 'applied' : 'received',
      receivedBy: isFromAfar ? null : row.receivedBy,
    };
  },
});
