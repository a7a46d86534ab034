import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import { writtenInstant } from '#lib/db/values.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, daysBetween, startOfDay, type Day, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { surveysSeen } from './seen.ts';
import { surveyUnit } from './survey-unit.ts';

const MOST = 400;
const MOST_DAYS = 92;
const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));

interface Trip {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly visitAt: Instant;
  readonly meetingPoint: string | null;
  readonly site: string;
  readonly itemName: string;
  readonly caseNumber: string;
  readonly cases: number;
  readonly units: readonly Going[];
}
interface Going {
  readonly department: string;
  readonly state: string;
  readonly conditions: number;
}

/**
 * 勘查日程 — `{ from, until, items }`: the trips of one day (today when nothing is said) or of several, earliest first: when,
 * where to meet, how many cases wait, and which departments go with how many things to look for. As far as the asker sees.
 */
export const tripsView = view({
  name: 'cases.survey-trips',
  title: '勘查日程',
  path: '/survey-trips',
  may: surveyUnit.see,
  query: Type.Object({ from: Type.Optional(On('自')), until: Type.Optional(On('至')) }),
  read: async ({ db, query, by, app, now }) => {
    const seen = surveysSeen(by, app);
    const from = query.from ?? dayOf(now);
    const until = query.until ?? from;
    const days = daysBetween(from, until);
    if (days < 0 || days > MOST_DAYS) refuse('cases.survey-span', { days: MOST_DAYS });
    const { rows } = await sql<Trip>`
      select id, number, state, ${sql.raw(writtenInstant('visit_at'))} as visit_at, meeting_point, site, item_name,
          case_number, jsonb_array_length(cases) as cases,
          (select coalesce(json_agg(json_build_object('department', u.department, 'state', u.state,
              'conditions', jsonb_array_length(u.conditions)) order by u.id), '[]')
            from survey_unit u where u.survey_id = survey.id and u.state in ('going', 'recorded')) as units
        from survey
        where visit_at >= ${startOfDay(from)}::timestamptz and visit_at < ${startOfDay(addDays(until, 1))}::timestamptz
          and state not in ('cancelled', 'lapsed') and ${seen}
        order by survey.visit_at, survey.id limit ${MOST}`.execute(db);
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const named = (each: Going) => ({ ...each, name: tree.nameOf(each.department) });
    return { from, until, items: rows.map((trip) => ({ ...trip, units: trip.units.map(named) })) };
  },
});
