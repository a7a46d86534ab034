import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { courseOf, itemEdition } from '#catalogue/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { refuseConflict } from '../file/separation.ts';
import { ORGANISES } from './fields.ts';
import { refuseFailed } from './looked.ts';
import { together, union, unitsOf, wantedBy } from './plan.ts';
import { surveyRules } from './rules.ts';
import { stopped } from './standstill.ts';
import { survey, type Survey } from './survey.ts';
import { surveyUnit } from './survey-unit.ts';

type Asked = {
  readonly row: Pick<CaseFile, 'itemEdition'>;
  readonly input: { readonly survey: string };
};
/** Cases share a trip only within one project or one 一件事. */
const belongsTo = ({ project, bundle }: CaseFile, trip: Survey): boolean =>
  (project !== null && project === trip.project) || (bundle !== null && bundle === trip.bundle);

/** The survey that a case may still join. Refuses another that is under way, over, or of somebody else's matter. */
function getJoinable(trip: Survey | null, file: CaseFile): Survey {
  if (!trip || !belongsTo(file, trip)) return refuse('cases.survey-of-others');
  if (trip.cases.includes(file.id)) refuse('cases.survey-has-case');
  return trip.heldAt === null && (trip.state === 'asked' || trip.state === 'scheduled')
    ? trip
    : refuse('cases.survey-begun');
}

/** 并入联合勘查 — a further case of the same project or 一件事 waits for a trip that is planned already, with what it looks for. */
export const joinSurvey = action(caseFile, {
  name: 'join-survey',
  title: '并入联合勘查',
  about: '同一工程建设项目或同一件事的其他办件并入已提出的勘查，只去一次',
  may: ORGANISES,
  from: ['accepted'],
  to: ['accepted'],
  input: Type.Object({ survey: Type.String({ title: '现场勘查', format: 'uuid', ref: 'survey' }) }),
  needs: {
    trip: find(survey, ({ input }: Asked) => ({ id: input.survey })),
    units: rows(surveyUnit, ({ input }: Asked) => ({ surveyId: input.survey })),
    edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
    tree: holding(organisationTree),
    calendar: calendarNow,
    surveys: settingNow(surveyRules),
  },
  decide({ caseFile: mine, trip, units, edition, tree, calendar, surveys, by, now }) {
    refuseConflict(mine, by);
    refuseFailed(mine);
    const found = getJoinable(trip, mine);
    const going = units.filter(({ state }) => state === 'going');
    const wanted = wantedBy(courseOf(edition?.elements ?? {}).surveys, tree);
    const those = wanted.length > 0 ? wanted : [{ department: mine.department, conditions: [] }];
    const known = new Map(going.map((each) => [each.department, each]));
    const longer = those.flatMap(({ department, conditions }) => {
      const unit = known.get(department);
      return unit ? [change(surveyUnit, unit, { conditions: union(unit.conditions, conditions) })] : [];
    });
    const told = found.isStopping === true && found.visitAt !== null ? dayOf(found.visitAt) : null;
    const clocks =
      told === null ? {} : stopped(mine, { survey: found, day: told, rules: surveys, calendar, now });
    return [
      { state: 'accepted', openSurveys: (mine.openSurveys ?? 0) + 1, ...clocks },
      change(survey, found, { cases: [...found.cases, mine.id] }),
      ...longer,
      ...unitsOf(found, together(those.filter(({ department }) => !known.has(department)))),
    ];
  },
});
