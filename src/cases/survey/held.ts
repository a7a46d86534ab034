import { change, type Write } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, type Instant } from '#lib/time.ts';
import { survey, type Survey } from './survey.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';

/** A survey whose day has come. */
export interface Trip extends Survey {
  readonly visitAt: Instant;
}

/** Refuses to say what was found before anybody can have been there. */
export function getScheduled(trip: Survey | null, now: Instant): Trip {
  const { visitAt = null } = trip ?? {};
  if (!trip || trip.state !== 'scheduled' || visitAt === null) return refuse('cases.survey-unscheduled');
  if (dayOf(now) < dayOf(visitAt)) refuse('cases.survey-not-yet', { at: formatChinese(visitAt) });
  return { ...trip, visitAt };
}

interface Held {
  /** What the department's own row keeps of it. */
  readonly own: { readonly visitedAt?: Instant };
  readonly writes: readonly Write[];
}

/**
 * What follows when a department has answered, or did not come: with the last one the survey is held, and how many were
 * there says whether it was a joint one. The case is the root, so that of two last ones exactly one holds it. Pure.
 */
export function heldWith(
  trip: Trip,
  { mine, all }: { readonly mine: SurveyUnit; readonly all: readonly SurveyUnit[] },
  isThere = true,
): Held {
  const others = all.filter(({ id }) => id !== mine.id);
  if (others.some(({ state }) => state === 'going')) return { own: {}, writes: [] };
  const there = others.filter(({ state }) => state === 'recorded');
  const isFirst = trip.heldAt === null;
  const heldAt = trip.heldAt ?? trip.visitAt;
  const rounds = (trip.rounds ?? 0) + 1;
  const isJoint = isFirst ? there.length + (isThere ? 1 : 0) > 1 : trip.isJoint;
  return {
    own: isFirst && isThere ? { visitedAt: heldAt } : {},
    writes: [
      change(survey, trip, { state: 'held', heldAt, rounds, isJoint }),
      ...(isFirst ? there.map((each) => change(surveyUnit, each, { visitedAt: heldAt })) : []),
    ],
  };
}
