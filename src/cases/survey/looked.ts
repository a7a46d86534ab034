import { refuse } from '#lib/refusal.ts';
import type { CaseFile } from '../file/case-file.ts';
import { together, type Going } from './plan.ts';
import type { Survey } from './survey.ts';
import type { SurveyUnit } from './survey-unit.ts';
import type { LastFound, Looked } from './words.ts';

const NOTHING: Looked = { found: [], failed: [] };
const lookedOf = ({ looked }: Pick<CaseFile, 'looked'>): Looked => looked ?? NOTHING;

const keyOf = ({ department, condition }: Pick<LastFound, 'department' | 'condition'>): string =>
  `${department} ${condition}`;

interface Concluded {
  readonly survey: Pick<Survey, 'id' | 'number' | 'answers'>;
  readonly units: readonly SurveyUnit[];
  readonly hasFailed: boolean;
}
/** What a case knows when a survey leaves its applicant time to put things right; which surveys failed stays as it was. Pure. */
export function foundBy(
  file: Pick<CaseFile, 'looked'>,
  { survey: { id }, units }: Pick<Concluded, 'units'> & { readonly survey: Pick<Survey, 'id'> },
): Looked {
  const before = lookedOf(file);
  const now = units.flatMap(({ department, results }) =>
    (results ?? []).map(({ condition, result }) => ({ department, condition, result, survey: id })),
  );
  const found = [...new Map([...before.found, ...now].map((each) => [keyOf(each), each])).values()];
  return { found, failed: before.failed };
}

/**
 * What a case knows after one more survey: of each thing what its department found last, whoever of the others did not go;
 * and which surveys failed. Only one that says that it answers a failed survey takes its place. Pure.
 */
export function lookedAfter(
  file: Pick<CaseFile, 'looked'>,
  { survey, units, hasFailed }: Concluded,
): { readonly looked: Looked; readonly isSurveyPassed: boolean } {
  const before = lookedOf(file);
  const { found } = foundBy(file, { survey, units });
  const open = before.failed.filter(({ id }) => id !== survey.answers);
  const failed = hasFailed ? [...open, { id: survey.id, number: survey.number }] : open;
  const looked = { found, failed };
  return { looked, isSurveyPassed: failed.length === 0 && unmetIn(looked).length === 0 };
}
const unmetIn = ({ found }: Looked): readonly LastFound[] => found.filter(({ result }) => result === 'unmet');

/**
 * Who must go again, and for what, on a survey that answers a failed one: for what was found not met, else for all that the
 * failed one looked at. Refuses a survey of a case with a failed one that does not say which it answers. Pure.
 */
export function repeated(
  file: Pick<CaseFile, 'looked'>,
  answers: string | undefined,
): { readonly answers: string | null; readonly going: readonly Going[] } {
  const looked = lookedOf(file);
  const numbers = looked.failed.map(({ number }) => number).join('、');
  if (answers === undefined && looked.failed.length === 0) return { answers: null, going: [] };
  const answered = looked.failed.find(({ id }) => id === answers);
  if (!answered) {
    const fields = [{ path: 'answers', message: numbers === '' ? '请不填' : `请选择${numbers}` }];
    return refuse(
      numbers === '' ? 'cases.survey-none-failed' : 'cases.survey-answers',
      { numbers },
      { fields },
    );
  }
  const unmet = unmetIn(looked);
  const again = unmet.length > 0 ? unmet : looked.found.filter(({ survey }) => survey === answered.id);
  const going = again.map(({ department, condition }) => ({ department, conditions: [condition] }));
  return { answers: answered.id, going: together(going) };
}

/** Refuses a trip that goes for other cases too: what failed is looked at again on a survey of its own. */
export function refuseFailed(file: Pick<CaseFile, 'looked'>): void {
  const { failed } = lookedOf(file);
  if (failed.length > 0)
    refuse('cases.survey-own', { numbers: failed.map(({ number }) => number).join('、') });
}

interface Naming {
  readonly nameOf: (organisation: string) => string;
}
/**
 * 食品经营许可: what the item says must be looked at on the spot is granted after each department it sends has looked at
 * each thing itself; who left the survey or did not come has seen nothing, and whoever went besides takes nobody's place.
 * Refuses also while what was found last of anything is not met, or a failed survey was not answered. Pure.
 */
export function refuseUnseen(
  file: Pick<CaseFile, 'looked'>,
  wanted: readonly Going[],
  { nameOf }: Naming,
): void {
  const looked = lookedOf(file);
  const unmet = unmetIn(looked);
  if (unmet.length > 0 || looked.failed.length > 0)
    refuse('cases.survey-failed', {
      what:
        unmet.length > 0
          ? unmet.map(({ department, condition }) => `${condition}（${nameOf(department)}）`).join('、')
          : looked.failed.map(({ number }) => number).join('、'),
    });
  const open = wanted.flatMap(({ department, conditions }) => {
    const seen = looked.found.filter((each) => each.department === department);
    const left = conditions.filter((condition) => !seen.some((each) => each.condition === condition.trim()));
    if (left.length === 0 && seen.some(({ result }) => result !== 'not-applicable')) return [];
    return left.length > 0 ? `${nameOf(department)}（${left.join('、')}）` : nameOf(department);
  });
  if (open.length > 0) refuse('cases.survey-needed', { departments: open.join('、') });
}
