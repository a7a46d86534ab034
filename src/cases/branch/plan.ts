import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { organisationOf, stageOf, type Course, type Step } from '#catalogue/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Running } from '../clocks.ts';
import type { CaseRules } from '../rules.ts';
import { askedBranch } from './clock.ts';
import type { FirstReviewRules } from './first-review.ts';

interface Planned {
  readonly mine: CaseFile;
  readonly steps: readonly Step[];
  readonly surveys: Course['surveys'];
  readonly tree: OrganisationTree;
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
  readonly firstReview: FirstReviewRules;
  /** From when it is accepted: a first review has its days from there, however late somebody says so. */
  readonly acceptedAt: Instant;
  /** The clocks of the case from its acceptance on. */
  readonly running: Running;
  readonly now: Instant;
}

/**
 * The branches of a case: one for each step of its edition. Those of the first stage are asked at once, side by side; the
 * others wait for all before them: a lower body's first review goes before all (行政许可法 43). A step that names no
 * department is the deciding one's.
 */
export function plannedBranches({ mine, steps, surveys, tree, calendar, rules, ...given }: Planned) {
  const sent = new Set(surveys.map(({ department }) => organisationOf(tree, department)));
  const first = Math.min(...steps.map(stageOf));
  return steps.map((step) => {
    const department =
      step.department === ''
        ? mine.department
        : (organisationOf(tree, step.department) ?? refuse('cases.no-department', { body: step.department }));
    const isFirstReview = step.isFirstReview === true;
    const days = step.days ?? (isFirstReview ? given.firstReview.withinDays : rules.branchDays);
    const stage = stageOf(step);
    const isAsked = stage === first;
    const now = isFirstReview ? given.acceptedAt : given.now;
    const asked = askedBranch({ days, isFirstReview }, given.running, { calendar, now });
    return {
      ...(isAsked ? asked : ({ state: 'waiting' } as const)),
      caseId: mine.id,
      caseNumber: mine.number,
      itemName: mine.itemName,
      kind: 'opinion',
      department,
      place: mine.place,
      stage,
      days,
      isSeenFirst: sent.has(department),
      isFirstReview: isFirstReview ? true : null,
      request: step.task,
    } as const;
  });
}
