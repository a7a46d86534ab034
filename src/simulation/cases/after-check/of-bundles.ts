import { bundleThread } from '../bundle/course.ts';
import type { Plan } from '../plan.ts';
import type { Staff } from '../staff.ts';
import { monthIn } from './lot.ts';

/** Of each month, how many cases of one thing were completed in it that nobody had looked at beforehand. */
export function populationOfBundles(plan: Plan, staff: Staff): Map<number, number> {
  const population = new Map<number, number>();
  for (const bundle of plan.bundles) {
    const loose = [...bundle.theme.offered].filter(([, { course }]) => !course.isSeparated);
    if (loose.length === 0) continue;
    const { steps } = bundleThread(plan, staff, bundle);
    const together = steps.find(({ action }) => action === 'bundle.deliver');
    for (const [code] of loose) {
      const of = (name: string) => steps.find(({ action, which }) => action === name && which === code);
      const over = of('case-file.deliver') ?? together;
      const month = of('case-file.grant') && over ? monthIn(plan, over.at) : null;
      if (month !== null) population.set(month, (population.get(month) ?? 0) + 1);
    }
  }
  return population;
}
