import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { organisationOf, type Course, type Step } from '#catalogue/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import { workingDaysAfter } from '../clocks.ts';
import type { CaseRules } from '../rules.ts';

interface Planned {
  readonly mine: CaseFile;
  readonly steps: readonly Step[];
  readonly surveys: Course['surveys'];
  readonly tree: OrganisationTree;
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
  readonly now: Instant;
}

/**
 * The branches of a case: one for each step of its edition. Those of the first stage are asked at once, side by side; the
 * others wait for all before them. A step that names no department is the deciding one's.
 */
export function plannedBranches({ mine, steps, surveys, tree, calendar, rules, now }: Planned) {
  const sent = new Set(surveys.map(({ department }) => organisationOf(tree, department)));
  const first = Math.min(...steps.map(({ stage }) => stage));
  return steps.map((step) => {
    const department =
      step.department === ''
        ? mine.department
        : (organisationOf(tree, step.department) ?? refuse('cases.no-department', { body: step.department }));
    const days = step.days ?? rules.branchDays;
    const isAsked = step.stage === first;
    return {
      state: isAsked ? 'asked' : 'waiting',
      caseId: mine.id,
      caseNumber: mine.number,
      itemName: mine.itemName,
      kind: 'opinion',
      department,
      place: mine.place,
      stage: step.stage,
      days,
      isSeenFirst: sent.has(department),
      request: step.task,
      askedAt: isAsked ? now : null,
      dueAt: isAsked ? workingDaysAfter(now, days, calendar) : null,
    } as const;
  });
}
