import { dayNumberAt } from '#lib/time.ts';
import { chance, type Chance } from '../../chance.ts';
import type { Choice } from '../ground.ts';
import type { Moments } from '../times.ts';
import { STAGES, stageOf, type Stage } from './stages.ts';

/** A case of a construction project: where among its stages, for what, and when. */
export interface Member {
  readonly project: number;
  readonly stage: Stage;
  readonly choice: Choice;
  readonly at: number;
}
interface Drawing {
  readonly seed: number;
  /** Cases that hang on projects. */
  readonly count: number;
  readonly choices: readonly Choice[];
  readonly pick: (from: readonly Choice[], by: Chance) => Choice;
  readonly moments: Moments;
}

/** So many cases a project has, give or take one. */
const PER_PROJECT = 12;
/** How far a project comes within the year: most through all four stages. */
const REACH = [4, 4, 4, 3, 3, 2] as const;
/** So many days it needs for each. */
const DAYS_A_STAGE = 70;

/** Which project the nth case belongs to: as even as can be. */
const projectCount = (cases: number): number => Math.ceil(cases / PER_PROJECT);
const projectAt = (n: number, count: number): number => Math.floor((n * projectCount(count)) / count);

/** So many moments that lie within a stretch of days somewhere in the year, in order. */
function drawnMoments(size: number, days: number, { moments }: Drawing, by: Chance): readonly number[] {
  for (;;) {
    const first = dayNumberAt(moments('engineering', by));
    const all: number[] = [];
    // A stretch that runs out of the year finds too few, and another is drawn.
    for (let tries = 0; all.length < size && tries < size * 30; tries++) {
      const at = moments('engineering', by);
      if (dayNumberAt(at) >= first && dayNumberAt(at) < first + days) all.push(at);
    }
    if (all.length === size) return all.toSorted((a, b) => a - b);
  }
}

/** The cases of one project: at least one of each stage it reaches, stage after stage. */
function membersOf(project: number, size: number, drawing: Drawing): readonly Member[] {
  const by = chance(drawing.seed, 'project', project);
  const byStage = Map.groupBy(drawing.choices, ({ item }) => stageOf(item));
  const reached = STAGES.slice(0, by.pick(REACH)).filter((stage) => byStage.has(stage));
  const stages = reached.length > 0 ? reached : [...byStage.keys()];
  const drawn = Array.from({ length: size }, (_, n) => stages[n] ?? by.pick(stages));
  const inOrder = drawn.toSorted((a, b) => STAGES.indexOf(a) - STAGES.indexOf(b));
  const at = drawnMoments(size, DAYS_A_STAGE * stages.length, drawing, by);
  return inOrder.map((stage, n) => ({
    project,
    stage,
    choice: drawing.pick(byStage.get(stage)!, by),
    at: at[n]!,
  }));
}

/** Draws the nth case of all that hang on projects; those of one project are drawn together, once. */
export function memberDrawer(drawing: Drawing): (n: number) => Member {
  const { count } = drawing;
  const known = new Map<number, readonly Member[]>();
  const firstOf = (project: number): number => Math.ceil((project * count) / projectCount(count));
  return (n) => {
    const project = projectAt(n, count);
    const first = firstOf(project);
    const members = known.get(project) ?? membersOf(project, firstOf(project + 1) - first, drawing);
    known.set(project, members);
    return members[n - first]!;
  };
}
