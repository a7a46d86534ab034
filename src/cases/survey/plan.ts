import { create, type Write } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationOf, type Survey as Wanted } from '#catalogue/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { Survey } from './survey.ts';
import { surveyUnit } from './survey-unit.ts';

/** A department that goes along, and what it looks for. */
export interface Going {
  readonly department: string;
  readonly conditions: readonly string[];
}

/** All words of both lists, each once, in their order. */
export const union = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...new Set([...a, ...b]),
];

/** Two lists of departments as one: a department goes once, with everything it has to look for. Pure. */
export function together(...lists: readonly (readonly Going[])[]): readonly Going[] {
  const byDepartment = new Map<string, readonly string[]>();
  for (const { department, conditions } of lists.flat())
    byDepartment.set(department, union(byDepartment.get(department) ?? [], conditions));
  return [...byDepartment].map(([department, conditions]) => ({ department, conditions }));
}

/** The departments that an edition sends, with its conditions. Refuses one that nobody knows. */
export const wantedBy = (surveys: readonly Wanted[], tree: OrganisationTree): readonly Going[] =>
  together(
    surveys.map(({ department, conditions }) => ({
      department: organisationOf(tree, department) ?? refuse('cases.no-department', { body: department }),
      conditions,
    })),
  );

type Trip = Pick<Survey, 'id' | 'caseId' | 'caseNumber' | 'itemName' | 'place' | 'site' | 'visitAt'>;
/** The rows of departments that go on a trip. */
export const unitsOf = (trip: Trip, going: readonly Going[]): readonly Write[] =>
  going.map(({ department, conditions }) =>
    create(surveyUnit, {
      state: 'going',
      surveyId: trip.id,
      caseId: trip.caseId,
      caseNumber: trip.caseNumber,
      itemName: trip.itemName,
      department,
      place: trip.place,
      site: trip.site,
      visitAt: trip.visitAt,
      conditions,
    }),
  );
