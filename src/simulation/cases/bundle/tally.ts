import { materialsFor, type Answers, type Elements } from '#catalogue/index.ts';
import { chance } from '../../chance.ts';
import { dayOf, instantOf, yearOf } from '#lib/time.ts';
import type { Plan } from '../plan.ts';
import type { Staff } from '../staff.ts';
import { askedOf, type AskedBundle } from './asked.ts';
import { bundleThread } from './course.ts';
import { groupOf, type Theme } from './themes.ts';

/** How often a measure counts, by its name. */
export type Adding = (name: string, isCounted: boolean) => void;

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
const copiesAlone = (elements: Elements, answers: Answers): number =>
  sum(
    materialsFor(elements, answers)
      .filter(({ standing, material }) => standing === 'asked' && material.need !== 'conditional')
      .map(({ material }) => material.copies ?? 1),
  );
const isLess = (together: number, alone: readonly number[]): boolean => together < sum(alone);

/** The promised days of the items of which each waits for the one before it, where that takes longest. */
function longestChain({ parts }: AskedBundle, { offered }: Theme): number {
  const daysTo = (code: string): number => {
    const { waitsFor } = parts.find((each) => each.code === code)!;
    return (
      offered.get(code)!.elements.promisedLimit!.days +
      Math.max(0, ...waitsFor.map((each) => daysTo(each.code)))
    );
  };
  return Math.max(...parts.map(({ code }) => daysTo(code)));
}

/** What the measures must count of the bundles, and of their cases at the windows. */
export function tallyBundles(plan: Plan, staff: Staff, add: Adding): void {
  for (const name of ['', '-completed', '-on-time', '-fewer-copies', '-fewer-trips', '-fewer-days'])
    add(`cases.bundles${name}`, false);
  for (const bundle of plan.bundles) {
    const { theme } = bundle;
    const items = theme.items.map(({ code }) => theme.offered.get(code)!);
    for (const { course } of items) {
      add('cases.accepted', true);
      add('cases.instant', course.isInstant);
      add(`cases.window-${groupOf(theme)}`, true);
    }
    const { steps } = bundleThread(plan, staff, bundle);
    const isOver = yearOf(dayOf(instantOf(steps.at(-1)!.at))) === plan.year;
    add('cases.bundles', true);
    add('cases.bundles-completed', isOver);
    add('cases.bundles-on-time', isOver);
    const asked = askedOf(theme, chance(plan.seed, 'bundle-course', bundle.index));
    const together = asked.papers.filter(({ state }) => state === 'missing').map(({ copies }) => copies ?? 1);
    const alone = items.map(({ elements }) => copiesAlone(elements, asked.answers));
    add('cases.bundles-fewer-copies', isLess(sum(together), alone));
    const visits = items.map(({ elements }) => elements.visits ?? 0);
    add('cases.bundles-fewer-trips', isLess(Math.max(...visits), visits));
    const limits = items.map(({ elements }) => elements.promisedLimit!);
    const days = limits.map((limit) => limit.days);
    const isOneUnit = limits.every(({ unit }) => unit === limits[0]!.unit);
    add('cases.bundles-fewer-days', isOneUnit && isLess(longestChain(asked, theme), days));
  }
}
