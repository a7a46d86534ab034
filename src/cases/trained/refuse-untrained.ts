import { holding } from '#lib/action/need.ts';
import { SYSTEM, type Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { hasBegun, heldTrainings, trainedFor } from '#people/index.ts';
import type { ValueOf } from '#lib/action/need.ts';
import { settingNow } from '#settings/index.ts';
import type { WindowType } from '#catalogue/index.ts';
import { trainingRules } from './rules.ts';

/** What an act at a window must have on the table to know whether its clerk is trained. */
export const trainingNeeds = { trainings: holding(heldTrainings), training: settingNow(trainingRules) };
export interface AtWindow {
  readonly trainings: ValueOf<(typeof trainingNeeds)['trainings']>;
  readonly training: ValueOf<(typeof trainingNeeds)['training']>;
  readonly by: Person;
  readonly now: Instant;
}

/** 无差别岗位: who takes in or accepts there has a valid training on that day. The clock and applicants are no clerks. Pure. */
export function refuseUntrained(
  { trainings, training: { demand }, by, now }: AtWindow,
  windowType: WindowType | null | undefined,
): void {
  if (windowType !== 'undifferentiated' || demand === 'never') return;
  if (by.id === SYSTEM.id || by.isPublic === true) return;
  const asked = { post: 'undifferentiated', on: dayOf(now) } as const;
  if (demand === 'once-begun' && !hasBegun(trainings, asked)) return;
  if (!trainedFor(trainings, by.id, asked)) refuse('cases.untrained', { name: by.name });
}
