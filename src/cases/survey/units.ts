import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationNamed } from '#organisations/index.ts';
import { Department, Reason } from '../file/fields.ts';
import { Conditions, ORGANISES } from './fields.ts';
import { union, unitsOf } from './plan.ts';
import { getScheduled, heldWith } from './held.ts';
import { isBeforeDay } from './schedule.ts';
import { survey } from './survey.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';

/** 增加同去单位 — until the day before; one that goes already gets further things to look for. */
export const addUnit = action(survey, {
  name: 'add-unit',
  title: '增加同去单位',
  may: ORGANISES,
  from: ['asked', 'scheduled'],
  to: ['asked', 'scheduled'],
  input: Type.Object({ department: Department, conditions: Type.Optional(Conditions) }),
  needs: {
    department: organisationNamed('department'),
    units: rows(surveyUnit, ({ row }: { readonly row: { readonly id: string } }) => ({ surveyId: row.id })),
  },
  when: (row, now) => row.heldAt === null && isBeforeDay(row.visitAt, now),
  decide({ survey: mine, department, input, units }) {
    const conditions = input.conditions ?? [];
    const there = units.find((each) => each.department === department.id && each.state === 'going');
    const going = there
      ? [change(surveyUnit, there, { conditions: union(there.conditions, conditions) })]
      : unitsOf(mine, [{ department: department.id, conditions }]);
    return [{ state: mine.state }, ...going];
  },
});

/** 退出 — until the day before, with a reason; somebody must still go. */
export const leave = action(surveyUnit, {
  name: 'leave',
  title: '退出勘查',
  may: ORGANISES,
  from: ['going'],
  to: ['left'],
  input: Type.Object({ reason: Reason('退出原因') }),
  needs: {
    units: rows(surveyUnit, ({ row }: { readonly row: Pick<SurveyUnit, 'surveyId'> }) => ({
      surveyId: row.surveyId,
    })),
  },
  when: (row, now) => row.recordedAt === null && isBeforeDay(row.visitAt, now),
  decide({ unit: mine, input, units }) {
    if (!units.some((each) => each.state === 'going' && each.id !== mine.id)) refuse('cases.survey-nobody');
    return { state: 'left', leftBecause: input.reason };
  },
});

type Asked = { readonly row: Pick<SurveyUnit, 'surveyId'> };
/** 未到场 — from the day on: who did not come is not waited for, as long as somebody did. */
export const absent = action(surveyUnit, {
  name: 'absent',
  title: '登记未到场',
  may: ORGANISES,
  from: ['going'],
  to: ['absent'],
  input: Type.Object({ reason: Reason('未到场的情况') }),
  needs: {
    trip: find(survey, ({ row }: Asked) => ({ id: row.surveyId })),
    units: rows(surveyUnit, ({ row }: Asked) => ({ surveyId: row.surveyId })),
  },
  when: (row, now) => row.recordedAt === null && row.visitAt !== null && !isBeforeDay(row.visitAt, now),
  decide({ unit: mine, input, trip, units, now }) {
    const found = getScheduled(trip, now);
    if (!units.some(({ id, state }) => id !== mine.id && (state === 'going' || state === 'recorded')))
      refuse('cases.survey-nobody');
    const { writes } = heldWith(found, { mine, all: units }, false);
    return [{ state: 'absent', leftBecause: input.reason }, ...writes];
  },
});
