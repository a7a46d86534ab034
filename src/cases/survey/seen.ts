import { sql, type RawBuilder } from 'kysely';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { survey } from './survey.ts';
import { surveyUnit } from './survey-unit.ts';

/** Surveys that somebody may look into: those of their cases, and those that their department goes along on. */
export function surveysSeen(by: Person, app: App): RawBuilder<unknown> {
  const going = withinSight(surveyUnit, by, app) ?? refuse('lib.missing-role', { title: '查看现场勘查' });
  const own = withinSight(survey, by, app) ?? sql`false`;
  return sql`(${own} or exists (select from survey_unit where survey_unit.survey_id = survey.id and ${going}))`;
}
