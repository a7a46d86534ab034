import type { Plan } from './plan.ts';

/** What the measures of cases must count of a plan, by their full names; and how many decisions break their promise. */
export interface Tally {
  readonly wanted: Readonly<Record<string, number>>;
  readonly late: number;
}

/** Adds the plan up: what was published comes out as it was published, the rest as it was drawn. */
export function tallyOf(plan: Plan): Tally {
  const count = new Map<string, number>();
  const add = (name: string, isCounted: boolean): void => {
    count.set(name, (count.get(name) ?? 0) + (isCounted ? 1 : 0));
  };
  let late = 0;
  for (const index of plan.order) {
    const { group, choice, fate } = plan.matterOf(index);
    const isHanded = group === 'handedDistrict' || group === 'handedCity';
    const isAccepted = group !== 'turnedAway' && group !== 'handedCity';
    const window = isHanded ? null : choice.counter.windowType;
    for (const type of [
      'undifferentiated',
      'engineering',
      'utilities',
      'department',
      'resumption',
      'town',
      'village',
    ])
      add(`cases.window-${type}`, isAccepted && window === type);
    add('cases.city-wide', isHanded);
    add('cases.city-wide-district', group === 'handedDistrict');
    add('cases.city-wide-city', group === 'handedCity');
    add('cases.accepted', isAccepted);
    add('cases.instant', isAccepted && choice.item.course.isInstant);
    add('cases.on-behalf', isAccepted && fate.isOnBehalf);
    add('cases.tolerant', isAccepted && fate.acceptance === 'tolerant');
    add('cases.outstanding-unsupplied', fate.ending === 'unsupplied');
    add('cases.terminated', fate.ending === 'unsupplied');
    add('cases.committed', isAccepted && fate.acceptance === 'committed');
    add('cases.correction-asked', fate.acceptance === 'corrected' || fate.ending === 'declined');
    add('cases.declined', fate.ending === 'declined');
    add('cases.withdrawn', fate.ending === 'withdrawn');
    add('cases.extended', fate.isExtended);
    if (fate.isLate) late += 1;
  }
  return { wanted: Object.fromEntries(count), late };
}

/** With what follows from the decisions of the year: all of them in time by law, all but the late ones as promised. */
export const wantedOf = ({ wanted, late }: Tally, decided: number): Readonly<Record<string, number>> => ({
  ...wanted,
  'cases.on-time': decided,
  'cases.promise-kept': decided - late,
});
