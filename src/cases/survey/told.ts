import type { App } from '#lib/app.ts';
import type { Held } from '#lib/action/need.ts';
import { dayOf, formatDay, formatTime, formatWeekday, instantOf, type Day, type Instant } from '#lib/time.ts';
import { calendarOf } from '#calendar/index.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import { standsUntil } from './standstill.ts';
import { OPEN } from './words.ts';

type OpenState = (typeof OPEN)[number];
/** 现场勘查 that a case waits for, as its applicant is told of it. */
export interface ToldSurvey {
  readonly number: string;
  readonly state: OpenState;
  /** `2026年3月12日 周四 10:00`; null while no day is named. */
  readonly at: string | null;
  readonly site: string;
  readonly meetingPoint: string | null;
  /** Who comes, and what each looks at. */
  readonly units: readonly { readonly name: string; readonly conditions: readonly string[] }[];
  /** 整改: what was found must be put right by then. */
  readonly putRightBy: string | null;
  /** The last day on which the promise stands still for it, whatever becomes of it; null where it does not. */
  readonly standsUntil: string | null;
  /** Of the department that decides, else of the item. */
  readonly phone: string | null;
}

const SURVEYS = `select s.id, s.number, s.state, s.visit_at as "visitAt", s.site, s.meeting_point as "meetingPoint",
    s.put_right_by as "putRightBy", coalesce(o.phone, e.elements ->> 'consultPhone') as phone
  from survey s join case_file c on c.id = $1
    left join organisation o on o.id = s.department left join item_edition e on e.id = c.item_edition
  where s.state = any($2::text[]) and s.cases ? $1::text order by s.id`;
const UNITS = `select survey_id as "surveyId", department, conditions from survey_unit
  where survey_id = any($1::uuid[]) and state in ('going', 'recorded') order by id`;

interface Found extends Omit<ToldSurvey, 'at' | 'units' | 'standsUntil'> {
  readonly id: string;
  readonly visitAt: Date | null;
}
const said = (on: Day | null): string | null => (on === null ? null : formatDay(on));
const hourOf = (at: Instant): string =>
  `${formatDay(dayOf(at))} ${formatWeekday(dayOf(at))} ${formatTime(at)}`;

/** The surveys that a case waits for now. */
export async function toldSurveys(
  app: Pick<App, 'query' | 'held'>,
  row: Pick<CaseFile, 'id' | 'openSurveys' | 'promisedClock'>,
): Promise<readonly ToldSurvey[]> {
  const { id } = row;
  if ((row.openSurveys ?? 0) === 0) return [];
  const calendar = calendarOf(app);
  const { nameOf } = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const found = (await app.query(SURVEYS, [id, [...OPEN]])) as unknown as readonly Found[];
  const units = (await app.query(UNITS, [found.map((each) => each.id)])) as unknown as readonly {
    readonly surveyId: string;
    readonly department: string;
    readonly conditions: readonly string[];
  }[];
  return found.map(({ id: survey, visitAt, putRightBy, ...each }) => ({
    ...each,
    at: visitAt === null ? null : hourOf(instantOf(new Date(visitAt))),
    putRightBy: putRightBy === null ? null : formatDay(putRightBy as Day),
    standsUntil: said(standsUntil(row, { survey: each, calendar })),
    units: units
      .filter(({ surveyId }) => surveyId === survey)
      .map(({ department, conditions }) => ({ name: nameOf(department), conditions })),
  }));
}
