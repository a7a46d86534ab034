import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { courseOf, itemEdition, type ItemEdition } from '#catalogue/index.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { refuseUnknown } from '../bar/ask-again.ts';
import { plannedBranches } from '../branch/plan.ts';
import { branch } from '../branch/branch.ts';
import { firstReviewRules, type FirstReviewRules } from '../branch/first-review.ts';
import { limitsOf, started, takesJoint, timed } from '../clocks.ts';
import { drawnBack, joined, jointCases } from '../joint/one-clock.ts';
import { caseRules, type CaseRules } from '../rules.ts';
import { refuseUntrained, trainingNeeds, type AtWindow } from '../trained/refuse-untrained.ts';
import type { Acceptance } from '../words.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { namesIn } from './paper.ts';
import { refuseConflict } from './separation.ts';
import { refuseDeemed } from './told.ts';

type Asked = { readonly row: Pick<CaseFile, 'itemEdition' | 'bundle' | 'isJoint'> };
/** What every way of accepting must have on the table: the edition the case began with, days, departments. */
export const acceptanceNeeds = {
  edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
  tree: holding(organisationTree),
  calendar: calendarNow,
  rules: settingNow(caseRules),
  firstReview: settingNow(firstReviewRules),
  jointly: jointCases,
  ...trainingNeeds,
};
export interface Accepting extends AtWindow {
  readonly caseFile: CaseFile;
  readonly edition: ItemEdition | null;
  readonly tree: OrganisationTree;
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
  readonly firstReview: FirstReviewRules;
  /** The others of a joint bundle. */
  readonly jointly: readonly CaseFile[];
  /** The branches that are there already: those that looked at the papers. */
  readonly now: Instant;
}

/** Refuses while a paper that the item asks for is missing; `but` are those that may. */
export function refuseMissing(
  { papers }: Pick<CaseFile, 'papers'>,
  but: ReadonlySet<string> = new Set(),
): void {
  const missing = namesIn(papers, 'missing').filter((name) => !but.has(name));
  if (missing.length > 0) refuse('cases.papers-missing', { names: missing.join('、') });
}

/**
 * The columns and branches of a case accepted at a moment: both clocks from there, one branch for every step that its
 * edition names. Refuses whoever accepts in their own way what the law has accepted already, an item whose edition states no
 * limit, a step of a department that nobody knows, and for a licence of safety a person whom nobody knows.
 */
export function accepted(given: Accepting, how: { readonly acceptance: Acceptance; readonly at: Instant }) {
  const { caseFile: mine, edition, tree, calendar, rules, now } = given;
  if (how.acceptance !== 'deemed') refuseDeemed(mine, now);
  refuseUntrained(given, mine.windowType);
  const elements = edition?.elements ?? {};
  const course = courseOf(elements);
  if (how.acceptance !== 'deemed') refuseUnknown(mine, course);
  const own =
    started(limitsOf(course, takesJoint(mine)), rules, how.at) ??
    refuse('cases.no-limit', { item: mine.itemName });
  const running = joined(own, given);
  const branches = plannedBranches({
    mine,
    steps: elements.steps ?? [],
    surveys: course.surveys,
    tree,
    calendar,
    rules,
    firstReview: given.firstReview,
    acceptedAt: how.at,
    running,
    now,
  });
  const patch = {
    state: 'accepted',
    acceptance: how.acceptance,
    acceptedAt: how.at,
    tellByAt: null,
    openChecks: null,
    ...timed(running, calendar),
    openBranches: branches.length,
    examinedAt: branches.length === 0 ? now : null,
  } as const;
  return {
    patch,
    course,
    writes: [...branches.map((each) => create(branch, each)), ...drawnBack(running, given)],
  };
}

/** 受理 — everything is there. From here both clocks run; a case accepted on a rest day counts from the next working day. */
export const accept = action(caseFile, {
  name: 'accept',
  title: '受理',
  about: '材料齐全、符合法定形式的予以受理，出具受理通知书；法定与承诺时限同时起算',
  may: { 'cases.clerk': 'place' },
  from: ['received'],
  to: ['accepted'],
  input: Type.Object({}),
  needs: acceptanceNeeds,
  decide(given) {
    const { caseFile: mine, by, now } = given;
    refuseConflict(mine, by);
    const { patch, writes } = accepted(given, { acceptance: 'complete', at: now });
    refuseMissing(mine);
    return [{ ...patch, acceptedBy: by.id }, ...writes];
  },
});
