import { dayOf, instantOf, yearOf } from '#lib/time.ts';
import { tallyBundles, type Adding } from './bundle/tally.ts';
import type { Plan } from './plan.ts';
import { projectThread } from './project/course.ts';
import { STAGES } from './project/stages.ts';
import { staffOf } from './staff.ts';
import { countConnected } from './utility/connected.ts';
import { isAtOnce } from './at-once.ts';
import { populationOfBundles } from './after-check/of-bundles.ts';
import { faultyOf, lotMonthOf, lotsOf, sizeOf } from './after-check/lot.ts';
import { projectsOf, toldOf } from './year.ts';

/** What the measures of cases must count of a plan, by their full names; and how many decisions break their promise. */
export interface Tally {
  readonly wanted: Readonly<Record<string, number>>;
  readonly late: number;
  /** Cases that are one act, from the papers to the result. */
  readonly atOnce: number;
}

/** What is done on projects beside their cases, within the year. */
function tallyProjects(plan: Plan, add: Adding): void {
  const staff = staffOf(plan.ground, plan.seed);
  for (const name of ['projects-registered', 'projects-completed', 'follow-ups-done', 'follow-ups-in-time'])
    add(`cases.${name}`, false);
  for (const project of projectsOf(plan, staff)) {
    const { steps } = projectThread(plan, staff, project);
    const stages = steps.filter(({ action }) => action === 'project.finish-stage');
    add('cases.projects-registered', true);
    add('cases.projects-completed', stages.length === STAGES.length);
    const agreed = steps.flatMap(({ input }) =>
      'tasks' in input ? (input['tasks'] as readonly Task[]) : [],
    );
    for (const { at, which } of steps.filter(({ action }) => action === 'meeting-follow-up.complete')) {
      const on = dayOf(instantOf(at));
      const { dueOn } = agreed.find(({ task }) => task === which)!;
      add('cases.follow-ups-done', yearOf(on) === plan.year);
      add('cases.follow-ups-in-time', yearOf(on) === plan.year && on <= dueOn);
    }
  }
}
/** Of what each month completed that nobody had looked at before, what the lot took and found. */
function tallyLots(plan: Plan, population: ReadonlyMap<number, number>, counts: Map<string, number>): void {
  let [drawn, faulty] = [0, 0];
  for (const lot of lotsOf(plan)) {
    const size = sizeOf(population.get(lot.month) ?? 0);
    drawn += size;
    faulty += faultyOf(plan, lot, size);
  }
  counts
    .set('cases.after-check-drawn', drawn)
    .set('cases.after-checked', drawn)
    .set('cases.after-check-faulty', faulty);
}

/** What the firms did for the applications of the utilities window, each firm by itself. */
function tallyFirms(plan: Plan, add: Adding): void {
  const staff = staffOf(plan.ground, plan.seed);
  for (const name of ['utilities-done', 'utilities-promise-kept']) add(`cases.${name}`, false);
  for (const index of plan.order.filter((each) => plan.groupOf(each) === 'utilities')) {
    const { done, kept } = countConnected(toldOf(plan, staff, index));
    for (let n = 0; n < done; n++) add('cases.utilities-done', true);
    for (let n = 0; n < kept; n++) add('cases.utilities-promise-kept', true);
  }
}
interface Task {
  readonly task: string;
  readonly dueOn: string;
}

/** Adds the plan up: what was published comes out as it was published, the rest as it was drawn. */
export function tallyOf(plan: Plan): Tally {
  const count = new Map<string, number>();
  const add: Adding = (name, isCounted) => {
    count.set(name, (count.get(name) ?? 0) + (isCounted ? 1 : 0));
  };
  let [late, atOnce] = [0, 0];
  const staff = staffOf(plan.ground, plan.seed);
  const population = populationOfBundles(plan, staff);
  for (const index of plan.order) {
    const matter = plan.matterOf(index);
    const { group, choice, fate, project } = matter;
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
    add('cases.deemed-accepted', isAccepted && fate.acceptance === 'deemed');
    add('cases.correction-asked', fate.acceptance === 'corrected' || fate.ending === 'declined');
    add('cases.declined', fate.ending === 'declined');
    add('cases.withdrawn', fate.ending === 'withdrawn');
    add('cases.extended', fate.isExtended);
    for (const stage of STAGES) add(`cases.project-${stage}`, isAccepted && project?.stage === stage);
    if (fate.isLate) late += 1;
    if (isAtOnce(matter)) atOnce += 1;
    const month = lotMonthOf(plan, matter, () => toldOf(plan, staff, index).steps);
    if (month !== null) population.set(month, (population.get(month) ?? 0) + 1);
  }
  tallyProjects(plan, add);
  tallyFirms(plan, add);
  tallyBundles(plan, staff, add);
  tallyLots(plan, population, count);
  return { wanted: Object.fromEntries(count), late, atOnce };
}

/** With what follows from the decisions of the year: all of them in time by law, all but the late ones as promised. */
export const wantedOf = ({ wanted, late }: Tally, decided: number): Readonly<Record<string, number>> => ({
  ...wanted,
  'cases.on-time': decided,
  'cases.promise-kept': decided - late,
});
