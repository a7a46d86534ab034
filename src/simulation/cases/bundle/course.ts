import { SYSTEM, type Person } from '#lib/action/person.ts';
import { dayNumberAt, dayStart } from '#lib/time.ts';
import { chance, type Chance } from '../../chance.ts';
import { officeTimeLater } from '../../hotline/habits.ts';
import type { Step, Thread } from '../../run/thread.ts';
import { inventedApplicant } from '../applicant.ts';
import { decidedCase } from '../decided.ts';
import { PLAIN } from '../fate.ts';
import type { Matter, Plan } from '../plan.ts';
import { begunWriting, dueAfter, HOUR, later } from '../script.ts';
import type { Staff } from '../staff.ts';
import { askedOf, type AskedBundle } from './asked.ts';
import type { BundlePlan } from './plan.ts';
import { groupOf } from './themes.ts';

interface Telling extends BundlePlan {
  readonly plan: Plan;
  readonly staff: Staff;
  readonly clerk: Person;
  readonly asked: AskedBundle;
}
type PartOf = AskedBundle['parts'][number];

/** More than any theme has items. */
const PARTS = 30;
const isFirmOf = ({ theme }: BundlePlan): boolean =>
  [...theme.offered.values()].every(({ elements }) => (elements.audience ?? ['company']).includes('company'));

/** One item of the bundle as a case that goes straight; the last may be decided against. */
function matterOf({ theme, plan, index, isRefused }: Telling, n: number, at: number): Matter {
  const { district } = plan.ground;
  const group = groupOf(theme);
  const code = theme.items[n]!.code;
  const number = plan.count + index * PARTS + n;
  const windowType = group === 'engineering' ? 'engineering' : 'undifferentiated';
  return {
    index: number,
    original: number,
    group,
    choice: { item: theme.offered.get(code)!, counter: { window: null, windowType, place: district } },
    at,
    fate: { ...PLAIN, ending: isRefused && n === theme.items.length - 1 ? 'refused' : 'granted' },
    project: null,
  };
}

/** What hangs on a case of the bundle is known by the item, and by what tells it apart there. */
const ofItem =
  (code: string) =>
  (step: Step): Step => ({ ...step, which: step.which === undefined ? code : `${code}/${step.which}` });

/** What is done on one of its cases from the moment it need not wait. */
function partSteps(telling: Telling, { code }: PartOf, from: number): readonly Step[] {
  const { theme, plan, staff, clerk } = telling;
  const n = theme.items.findIndex((each) => each.code === code);
  const writing = begunWriting(plan, staff, matterOf(telling, n, from));
  const at = writing.add(later(writing, from, writing.by.between(0.2, 3) * HOUR), 'case-file.accept', clerk);
  decidedCase(writing, { clerk, at, outstanding: [] });
  return writing.steps.map(ofItem(code));
}

interface Told {
  readonly steps: readonly Step[];
  /** What the bundle has to be told of. */
  readonly noted: ReadonlySet<Step>;
}
const isDelivery = ({ action }: Step): boolean => action === 'case-file.deliver';
const isDecision = ({ action }: Step): boolean =>
  action === 'case-file.grant' || action === 'case-file.refuse';

/** All cases, stage after stage: who waits for results goes on when the last of them is granted. */
function toldParts(telling: Telling): Told {
  const { asked, at } = telling;
  const byCode = new Map<string, readonly Step[]>();
  const noted = new Set<Step>();
  const grantOf = (code: string): Step =>
    byCode.get(code)!.find(({ action }) => action === 'case-file.grant')!;
  for (const part of asked.parts) {
    const sources = part.waitsFor.map(({ code }) => grantOf(code)).toSorted((a, b) => a.at - b.at);
    const last = sources.at(-1);
    if (last) noted.add(last);
    byCode.set(part.code, partSteps(telling, part, last ? last.at + SOON : at));
  }
  const steps = [...byCode.values()].flat();
  return { steps, noted };
}

/** 行政许可法 44: what is decided is handed over within so many working days. */
const HANDED_WITHIN = { amount: 10, unit: 'working-day' } as const;
/**
 * All that is handed over at once when the last is done; what may not wait so long goes on its own last day, by itself.
 */
function handedTogether({ steps, noted }: Told, telling: Telling, by: Chance): readonly Step[] {
  const { plan, clerk } = telling;
  const { calendar } = plan.ground;
  const before = steps.filter((step) => !isDelivery(step));
  const over = officeTimeLater(calendar, Math.max(...before.map(({ at }) => at)), by.between(1, 8) * HOUR);
  const alone = steps.filter(isDelivery).flatMap((step) => {
    const decision = before.find((each) => isDecision(each) && each.which === step.which)!;
    const dueAt = dueAfter(telling, { at: decision.at, limit: HANDED_WITHIN });
    if (dueAt >= over) return [];
    return [
      { ...step, at: officeTimeLater(calendar, dayStart(dayNumberAt(dueAt)), by.between(0.2, 3) * HOUR) },
    ];
  });
  const handed = { way: 'counter', proof: '本人签收' };
  return [
    ...inOrder({ steps: [...before, ...alone], noted: new Set([...noted, ...alone]) }),
    { at: over, action: 'bundle.deliver', by: clerk, input: handed },
  ];
}
/** So soon after something happened to a case the bundle follows it. */
const SOON = 1000;

/** In the order of time, each noted step followed by the bundle before anything else happens to it. */
function inOrder({ steps, noted }: Told): readonly Step[] {
  let before = -Infinity;
  const after = (at: number): number => (before = Math.max(Math.floor(at), before + 1));
  return steps
    .toSorted((a, b) => a.at - b.at)
    .flatMap((step) => {
      const own = { ...step, at: after(step.at) };
      if (!noted.has(step)) return [own];
      return [own, { at: after(own.at + SOON - 1), action: 'bundle.follow', by: SYSTEM, input: {} }];
    });
}

/** 申请一件事 and all that follows from it, to the last result handed out. */
export function bundleThread(plan: Plan, staff: Staff, bundle: BundlePlan): Thread {
  const { index, theme, at, isTogether } = bundle;
  const { district, districtName } = plan.ground;
  const by = chance(plan.seed, 'bundle-course', index);
  const asked = askedOf(theme, by);
  const clerk = staff.clerk(district, by);
  const who = { isFirm: isFirmOf(bundle), acceptance: 'complete' };
  const apply: Step = {
    at,
    action: 'bundle.apply',
    by: clerk,
    input: {
      theme: theme.id,
      place: district,
      windowType: groupOf(theme),
      applicant: inventedApplicant(who, districtName, by),
      papers: asked.names,
      isTogether,
      ...(Object.keys(asked.answers).length === 0 ? {} : { answers: asked.answers }),
    },
  };
  const telling = { ...bundle, plan, staff, clerk, asked };
  const told = toldParts(telling);
  if (isTogether) return { steps: [apply, ...handedTogether(told, telling, by)] };
  const noted = new Set([...told.noted, ...told.steps.filter(isDelivery)]);
  return { steps: [apply, ...inOrder({ ...told, noted })] };
}
