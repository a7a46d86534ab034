import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { item, type Item } from '#catalogue/index.ts';
import { organisationTree, regionsCalled, type OrganisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { workingDaysAfter } from '../clocks.ts';
import { applicantColumns } from '../file/applicant.ts';
import { caseRules, type CaseRules } from '../rules.ts';
import { deciderOf } from './decider.ts';
import type { EnvelopeFields } from './fields.ts';
import { isOtherProvince, placeFault, tidyPlace, type Place } from './region-code.ts';
import { handoverRules, type HandoverRules } from './rules.ts';

type Asked = { readonly input: { readonly itemCode?: string | undefined } };
export const envelopeNeeds = {
  known: find(item, ({ input }: Asked) => ({ number: (input.itemCode ?? '').trim() })),
  tree: holding(organisationTree),
  calendar: calendarNow,
  rules: settingNow(handoverRules),
  caseRules: settingNow(caseRules),
};

/** A place anywhere, named by our own register where it is ours. Refuses what cannot be a place of the country. */
export function placeAnywhere(said: Place, tree: OrganisationTree, path: string): Place {
  const place = tidyPlace(said);
  const [ours] = regionsCalled(tree, place.code);
  if (ours) return { code: ours.code, name: ours.name };
  const fault = placeFault(place);
  if (fault)
    refuse(
      'cases.handover-place',
      { what: path === 'to' ? '办理地' : '收件地', why: fault.message },
      { fields: [{ path: `${path}.${fault.path}`, message: fault.message }] },
    );
  return place;
}

interface Enclosing {
  readonly input: EnvelopeFields;
  readonly known: Item | null;
  readonly tree: OrganisationTree;
  readonly calendar: CalendarTable;
  readonly rules: HandoverRules;
  readonly caseRules: CaseRules;
}
interface Way {
  readonly from: Place;
  readonly to: Place;
  readonly sentAt: Instant;
  /** When an administrative counter of ours had the papers in hand: it took them, or signed for them. */
  readonly hadAt: Instant;
}

/** What is named twice in a list of papers. */
const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, n) => names.indexOf(name) !== n)),
];

function itemColumns({ itemCode, itemName }: EnvelopeFields, known: Item | null) {
  const name = known?.name ?? itemName?.trim();
  if (name === undefined)
    return refuse(
      'cases.no-item',
      { item: itemCode ?? '' },
      { fields: [{ path: 'itemName', message: '本地目录没有该事项时须填写名称' }] },
    );
  return {
    item: known?.isOwn === true ? known.id : null,
    itemCode: known?.number ?? itemCode?.trim() ?? null,
    itemName: name,
  };
}

/** The columns of an envelope on its way between two places. Pure. */
export function enclosed(
  { input, known, tree, calendar, rules, caseRules: { tellWithinDays } }: Enclosing,
  { from, to, sentAt, hadAt }: Way,
) {
  const isToHere = tree.regions.has(to.code);
  if (from.code === to.code) refuse('cases.handover-same-place');
  const twice = repeated(input.papers.map(({ name }) => name));
  if (twice.length > 0) refuse('cases.handover-copies', { names: twice.join('、') });
  return {
    ...itemColumns(input, known),
    authority: deciderOf(input.authority, known),
    authorityName: input.authorityName?.trim() ?? null,
    ...applicantColumns(input.applicant),
    papers: input.papers,
    paperCount: input.papers.reduce((total, { copies }) => total + copies, 0),
    fromPlace: from.code,
    fromName: from.name,
    toPlace: to.code,
    toName: to.name,
    isFromHere: tree.regions.has(from.code),
    isToHere,
    isOtherProvince: isOtherProvince(from.code, to.code),
    sentAt,
    receiptDays: rules.receiptDays,
    receiptDueAt: workingDaysAfter(sentAt, rules.receiptDays, calendar),
    tellDays: isToHere ? tellWithinDays : null,
    tellByAt: isToHere ? workingDaysAfter(hadAt, tellWithinDays, calendar) : null,
    resultDays: input.resultDays ?? null,
    receipts: [],
  } as const;
}
