import { merged } from '../run/merge.ts';
import { untied, type Step, type Thread, type Tie } from '../run/thread.ts';
import { acceptedCase, application } from './accepted.ts';
import { withLots } from './after-check/year-lots.ts';
import { isAtOnce } from './at-once.ts';
import { bundleThread } from './bundle/course.ts';
import { decidedCase } from './decided.ts';
import { handedToCity, handedToDistrict } from './handed-over.ts';
import type { Matter, Plan } from './plan.ts';
import { hung, projectThread, type Project } from './project/course.ts';
import { writingOf, type Writing } from './script.ts';
import type { Staff } from './staff.ts';

/** 即办 — the whole case in one act. */
function handledAtOnce(writing: Writing): void {
  const { plan, matter, papers, staff, by, add } = writing;
  const clerk = staff.clerk(matter.choice.counter.place, by);
  const { resultType } = matter.choice.item.elements;
  const hasPaper = resultType !== undefined && resultType !== 'none';
  add(matter.at, 'case-file.handle', clerk, {
    ...application(writing, papers),
    ...(hasPaper ? { resultNumber: `〔${plan.year}〕${String(matter.index + 1).padStart(5, '0')}号` } : {}),
  });
}

function told(writing: Writing): void {
  const { group } = writing.matter;
  if (group === 'handedCity') return handedToCity(writing);
  if (group === 'handedDistrict') return handedToDistrict(writing);
  if (isAtOnce(writing.matter)) return handledAtOnce(writing);
  const accepted = acceptedCase(writing);
  if (accepted.at !== null) decidedCase(writing, accepted);
}

/** What is done on one case, from its birth on. */
export function toldOf(plan: Plan, staff: Staff, index: number): Writing {
  const writing = writingOf(plan, staff, index);
  told(writing);
  return writing;
}

/** The construction projects of the cases of a plan, in the order of their first. */
export function projectsOf(plan: Plan, staff: Staff): readonly Project[] {
  const hanging = plan.order.filter((index) => plan.groupOf(index) === 'engineering');
  const cases = Array.from(hanging, (index) => toldOf(plan, staff, index));
  const byProject = Map.groupBy(cases, ({ matter }) => matter.project!.index);
  return [...byProject].map(([index, own]) => ({ index, tie: untied(), cases: own }));
}

interface Told {
  readonly matter: Matter;
  readonly steps: readonly Step[];
}
function* casesOf(plan: Plan, staff: Staff, ties: ReadonlyMap<number, Tie>): Generator<Told> {
  for (const index of plan.order) {
    const { matter, steps } = toldOf(plan, staff, index);
    const tie = matter.project === null ? undefined : ties.get(matter.project.index);
    yield { matter, steps: tie ? hung(plan, steps, { matter, tie, staff }) : steps };
  }
}

/** Everything of the year by the time of its birth, each told when its turn comes: cases, the projects they hang on, bundles, and the
 * lots that look at some of them afterwards. */
export function* threadsOf(plan: Plan, staff: Staff): Generator<Thread> {
  const projects = projectsOf(plan, staff);
  const ties = new Map(projects.map(({ index, tie }) => [index, tie]));
  const threads = projects.map((each) => projectThread(plan, staff, each));
  const bundles = plan.bundles.map((each) => bundleThread(plan, staff, each));
  const inOrder = [...threads, ...bundles].toSorted((a, b) => a.steps[0]!.at - b.steps[0]!.at);
  yield* merged(withLots(plan, staff, casesOf(plan, staff, ties)), inOrder.values());
}
