import { day, dayNumber, dayStart } from '#lib/time.ts';
import { chance, type Chance } from '../chance.ts';
import type { Choice, Ground } from './ground.ts';
import { fateOf, type Fate } from './fate.ts';
import type { Group, Planted, Targets } from './targets.ts';
import { bundlesOf, without, type BundlePlan } from './bundle/plan.ts';
import { memberDrawer } from './project/members.ts';
import type { Stage } from './project/stages.ts';
import { BUNDLES_LAST, COURSE_LAST, EVENTFUL_LAST, momentsOf, type Moments } from './times.ts';

/** The year in outline: a few bytes a matter, the rest is drawn again whenever it is asked for. */
export interface Plan {
  readonly year: number;
  readonly seed: number;
  readonly ground: Ground;
  readonly count: number;
  /** Indices in the order of birth. */
  readonly order: Uint32Array;
  readonly matterOf: (index: number) => Matter;
  readonly groupOf: (index: number) => Group;
  /** 一件事, beside the cases that come one by one. */
  readonly bundles: readonly BundlePlan[];
}
/** One application as it will be: where, for what, when, and how it goes. */
export interface Matter {
  readonly index: number;
  readonly group: Group;
  readonly choice: Choice;
  readonly at: number;
  readonly fate: Fate;
  /** The matter whose applicant and item it repeats; itself when it repeats none. */
  readonly original: number;
  /** 工程建设项目: which it hangs on, and at which stage. */
  readonly project: { readonly index: number; readonly stage: Stage } | null;
}
export interface Wanted {
  readonly targets: Targets;
  readonly planted: Planted;
}

/** Of what may be decided at the counter or later: so many are decided later. */
const PROMISED: Readonly<Partial<Record<Group, number>>> = {
  undifferentiated: 0.72,
  department: 0.07,
  town: 0.025,
  village: 0.02,
};
/** How often an item is asked for, beside others: the same for a seed. */
const popularity = (seed: number, code: string): number => chance(seed, 'popularity', code).between(0.15, 1);

interface Picker {
  readonly among: (pool: readonly Choice[], by: Chance) => Choice;
  readonly from: (group: Group, mayTakeDays: boolean, by: Chance) => Choice;
}
function pickerOf({ choices }: Ground, seed: number): Picker {
  const known = new Map<string, number>();
  const weight = (code: string): number => {
    const found = known.get(code) ?? popularity(seed, code);
    known.set(code, found);
    return found;
  };
  const split = Object.fromEntries(
    Object.entries(choices).map(([group, all]) => [
      group,
      {
        instant: all.filter((each) => each.item.course.isInstant),
        days: all.filter((each) => !each.item.course.isInstant),
      },
    ]),
  ) as unknown as Record<Group, { readonly instant: readonly Choice[]; readonly days: readonly Choice[] }>;
  const among: Picker['among'] = (pool, by) => {
    for (;;) {
      const choice = by.pick(pool);
      if (by.happens(weight(choice.item.code))) return choice;
    }
  };
  const from: Picker['from'] = (group, mayTakeDays, by) => {
    const { instant, days } = split[group];
    const isOfDays =
      instant.length === 0 || (days.length > 0 && mayTakeDays && by.happens(PROMISED[group] ?? 1));
    return among(isOfDays ? days : instant, by);
  };
  return { among, from };
}

/** The groups one after another, then what a careless year repeats of the first. */
const groupsOf = ({ targets, planted }: Wanted): readonly Group[] =>
  [
    ...Object.entries(targets).filter(([name]) => name !== 'bundles'),
    ['undifferentiated', planted.doubles] as const,
  ].flatMap(([group, count]) => Array.from({ length: count }, () => group as Group));

interface Drawing {
  readonly year: number;
  readonly seed: number;
  readonly ground: Ground;
  readonly wanted: Wanted;
  readonly groups: readonly Group[];
  readonly moments: Moments;
}
const midnight = (year: number, monthDay: string): number => dayStart(dayNumber(day(`${year}-${monthDay}`)));

/** Draws any matter by its index, alone. */
function drawer({ year, seed, ground, wanted, groups, moments }: Drawing): (index: number) => Matter {
  const pick = pickerOf(ground, seed);
  const firstDouble = groups.length - wanted.planted.doubles;
  const [courseEnds, eventsEnd] = [midnight(year, COURSE_LAST), midnight(year, EVENTFUL_LAST)];
  const firstHung = groups.indexOf('engineering');
  const memberAt = memberDrawer({
    seed,
    count: wanted.targets.engineering,
    choices: ground.choices.engineering,
    pick: pick.among,
    moments,
  });
  const drawn = (index: number): Omit<Matter, 'fate' | 'original'> => {
    const group = groups[index]!;
    if (group === 'engineering') {
      const { project, stage, ...member } = memberAt(index - firstHung);
      return { index, group, ...member, project: { index: project, stage } };
    }
    const by = chance(seed, 'case', index);
    const at = moments(group, by);
    // What was entered afterwards is never what is decided at the counter anyway.
    const from = index < wanted.planted.backfilled ? 'turnedAway' : group;
    return { index, group, at, choice: pick.from(from, at < courseEnds, by), project: null };
  };
  return (index) => {
    const original = index < firstDouble ? index : index - firstDouble;
    const matter = drawn(original);
    const by = chance(seed, 'fate', index);
    const isPlain = original !== index || matter.at >= eventsEnd;
    const isBackfilled = index < wanted.planted.backfilled && matter.group === 'undifferentiated';
    const fate = fateOf(matter, { isPlain: isPlain || isBackfilled, isBackfilled }, by);
    const at = original === index ? matter.at : matter.at + by.whole(20, 200) * 60_000;
    return { ...matter, index, original, at, fate };
  };
}

/** Draws the outline of the year: how many of which group, when each comes. No two come in one millisecond. */
export function planYear(base: Pick<Plan, 'year' | 'seed' | 'ground'>, all: Wanted): Plan {
  const moments = momentsOf(base.ground.calendar, base.year);
  const bundles = bundlesOf({
    seed: base.seed,
    themes: base.ground.themes,
    targets: all.targets,
    moments,
    before: midnight(base.year, BUNDLES_LAST),
  });
  const wanted = { ...all, targets: without(all.targets, bundles) };
  const groups = groupsOf(wanted);
  const draw = drawer({ ...base, wanted, groups, moments });
  const at = Float64Array.from(groups, (_, index) => draw(index).at);
  const order = Uint32Array.from(at.keys()).sort((a, b) => at[a]! - at[b]! || a - b);
  let before = -Infinity;
  for (const index of order) at[index] = before = Math.max(Math.floor(at[index]!), before + 1);
  return {
    ...base,
    count: groups.length,
    order,
    matterOf: (index) => ({ ...draw(index), at: at[index]! }),
    bundles,
    groupOf: (index) => groups[index]!,
  };
}
