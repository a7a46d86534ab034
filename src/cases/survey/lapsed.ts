import { change, type Write } from '#lib/action/action.ts';
import { survey, type Survey } from './survey.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';
import { OPEN } from './words.ts';

const isOpen = ({ state }: Survey): boolean => OPEN.some((each) => each === state);

/** Nobody who was to go need go any more. */
export const released = (units: readonly SurveyUnit[]): readonly Write[] =>
  units
    .filter(({ state }) => state === 'going')
    .map((each) => change(surveyUnit, each, { state: 'released' }));

/**
 * Nothing waits for them any more: open surveys of cases that end, each with the cases named. One that others share goes
 * on for those.
 */
export function surveysLapsed(
  surveys: readonly Survey[],
  units: readonly SurveyUnit[],
  ended: ReadonlySet<string>,
): readonly Write[] {
  const over = surveys.filter((each) => isOpen(each) && each.cases.every((id) => ended.has(id)));
  const ids = new Set(over.map(({ id }) => id));
  return [
    ...over.map((each) => change(survey, each, { state: 'lapsed' })),
    ...released(units.filter(({ surveyId }) => ids.has(surveyId))),
  ];
}
