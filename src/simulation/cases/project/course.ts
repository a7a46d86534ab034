import { dayOf, instantOf, addDays, yearOf } from '#lib/time.ts';
import { chance, type Chance } from '../../chance.ts';
import { officeTimeBetween, officeTimeLater } from '../../hotline/habits.ts';
import { inventedName, inventedPhone } from '../../hotline/names.ts';
import type { Step, Thread, Tie } from '../../run/thread.ts';
import type { Matter, Plan } from '../plan.ts';
import { HOUR, MINUTE } from '../script.ts';
import type { Staff } from '../staff.ts';
import { investorOf } from './investor.ts';
import sayings from './sayings.json' with { type: 'json' };
import { STAGES } from './stages.ts';

/** The construction project of some cases, with what was done on each of them. */
export interface Project {
  readonly index: number;
  readonly tie: Tie;
  /** By the time of their birth. */
  readonly cases: readonly { readonly matter: Matter; readonly steps: readonly Step[] }[];
}
interface Writing extends Project {
  readonly plan: Plan;
  readonly staff: Staff;
  readonly by: Chance;
}

function registered({ plan, staff, by, index, cases }: Writing): Step {
  const { district, districtName, tree } = plan.ground;
  const { name, creditCode } = investorOf(plan, index);
  const { at, choice } = cases[0]!.matter;
  const town = by.pick([...tree.regions.values()].filter(({ parent }) => parent === district));
  const title = by.pick(sayings.kinds);
  const [class1, class2] = by.pick(sayings.classes).split('-');
  return {
    at: at + by.whole(30, 60) * 1000,
    action: 'project.register',
    by: staff.clerk(district, by),
    input: {
      code: `${plan.year}-${district}-${class1}-${class2}-${String(index + 1).padStart(6, '0')}`,
      name: `${town?.name ?? districtName}${title}建设项目（模拟${index + 1}号）`,
      site: `${districtName}${town?.name ?? ''}${by.pick(sayings.sites)}`,
      place: district,
      department: choice.item.department,
      investor: name,
      creditCode,
      contactName: inventedName(by),
      phone: inventedPhone(by),
    },
  };
}

/** 协调会 and what follows from it: mostly done by the day that was agreed. */
function met({ plan, staff, by, cases }: Writing, at: number, n: number): readonly Step[] {
  const { district, calendar } = plan.ground;
  const units = [...new Set(cases.map(({ matter }) => matter.choice.item.department))];
  const { subject, decision, tasks } = by.pick(sayings.meetings);
  const held = dayOf(instantOf(at));
  const agreed = tasks.map((task) => ({
    department: by.pick(units),
    task: `${task}（第${n + 1}次协调会）`,
    dueOn: addDays(held, by.whole(10, 25)),
  }));
  const met: Step = {
    at,
    action: 'project.meet',
    by: staff.clerk(district, by),
    input: { heldOn: held, subject, departments: units, decision, tasks: agreed },
  };
  const done = agreed.map(({ department, task }): Step => {
    const days = by.happens(0.88) ? by.between(2, 6) : by.between(22, 28);
    return {
      at: officeTimeLater(calendar, at, days * calendar.hours.total),
      action: 'meeting-follow-up.complete',
      by: staff.approver(department, by),
      which: task,
      input: { note: by.pick(sayings.done) },
    };
  });
  return [met, ...done];
}

const ENDS = new Set(['grant', 'refuse', 'withdraw', 'terminate'].map((verb) => `case-file.${verb}`));
const endOf = (steps: readonly Step[]): number => steps.find(({ action }) => ENDS.has(action))!.at;

/** Stage after stage, each some hours after the last of its cases; none after a stage that has no case. */
function finished({ plan, staff, by, cases }: Writing): readonly Step[] {
  const byStage = Map.groupBy(cases, ({ matter }) => matter.project!.stage);
  const all: Step[] = [];
  for (const stage of STAGES) {
    const own = byStage.get(stage);
    if (!own) break;
    const over = Math.max(all.at(-1)?.at ?? 0, ...own.map(({ steps }) => endOf(steps)));
    const at = officeTimeLater(plan.ground.calendar, over, by.between(1, 12) * HOUR);
    all.push({ at, action: 'project.finish-stage', by: staff.clerk(plan.ground.district, by), input: {} });
  }
  return all.filter(({ at }) => yearOf(dayOf(instantOf(at))) === plan.year);
}

/** Some moments in office hours between the first and the last application. */
function meetings({ plan, by, cases }: Writing): readonly number[] {
  const [first, last] = [cases[0]!.matter.at + HOUR, cases.at(-1)!.matter.at];
  const room = officeTimeBetween(plan.ground.calendar, first, last);
  const shares = Array.from({ length: by.whole(1, 3) }, () => by.between(0.05, 0.95)).toSorted(
    (a, b) => a - b,
  );
  return room < HOUR ? [] : shares.map((share) => officeTimeLater(plan.ground.calendar, first, room * share));
}

/** A project from its registration to the last stage that it finishes within the year. */
export function projectThread(plan: Plan, staff: Staff, project: Project): Thread {
  const { tie } = project;
  const writing = { ...project, plan, staff, by: chance(plan.seed, 'project-course', project.index) };
  const steps = [
    registered(writing),
    ...meetings(writing).flatMap((at, n) => met(writing, at, n)),
    ...finished(writing),
  ].toSorted((a, b) => a.at - b.at);
  let before = -Infinity;
  const inOrder = steps.map((step) => {
    before = Math.max(Math.floor(step.at), before + 1000);
    return { ...step, at: before, tied: { to: tie } };
  });
  return { steps: inOrder, born: (id) => void (tie.id = id) };
}

/** What is done on a case that hangs on a project: hung on it soon after it came, and from then on in the project's order. */
export function hung(
  plan: Plan,
  steps: readonly Step[],
  { matter, tie, staff }: { readonly matter: Matter; readonly tie: Tie; readonly staff: Staff },
): readonly Step[] {
  const by = chance(plan.seed, 'hung', matter.index);
  const [first, ...rest] = steps;
  const at = Math.min(first!.at + 4 * MINUTE + by.whole(0, 50) * 1000, rest[0]!.at - 1);
  // What the platform sent on is hung by a clerk of the place.
  const isAtCounter = first!.by.grants.some(({ role }) => role === 'cases.clerk');
  const hanging: Step = {
    at,
    action: 'case-file.hang-on-project',
    by: isAtCounter ? first!.by : staff.clerk(matter.choice.counter.place, by),
    input: { stage: matter.project!.stage },
    tied: { to: tie, as: 'project' },
  };
  return [first!, hanging, ...rest.map((step) => ({ ...step, tied: { to: tie } }))];
}
