import { foldAll, measuresOfYear, sealAll } from '#ledger/index.ts';
import type { App } from '#lib/app.ts';
import { groundOf } from './cases/ground.ts';
import { planYear } from './cases/plan.ts';
import { remarks } from './cases/remarks.ts';
import { staffOf } from './cases/staff.ts';
import { tallyOf, wantedOf } from './cases/tally.ts';
import { careless2020, nothing, published2020, scaled } from './cases/targets.ts';
import { threadsOf } from './cases/year.ts';
import { newborn, resumed } from './run/arrivals.ts';
import { runThreads } from './run/run.ts';
import type { Simulated, Simulating } from './simulate.ts';
import { begun } from './year/begun.ts';
import { checked, completed } from './year/checked.ts';

/** About how many acts a matter takes, for the bar alone. */
const ACTS_PER_MATTER = 1.6;

/**
 * Makes the year of cases by their real actions under a simulated clock: what was published comes out exactly, the rest is
 * assumed and said so. The row that says "simulated" is written before anything else; a year that was interrupted goes on
 * where it was left. Refuses a tenant that has that year, and one whose catalogue has nothing to apply for.
 */
export async function simulateCases(app: App, wish: Simulating): Promise<Simulated> {
  const { year, scale, seed, scenario } = wish;
  const ground = await groundOf(app);
  const planted = scaled(scenario === 'careless' ? careless2020 : nothing, scale);
  const said = { year, module: 'cases', scenario, scale: Math.ceil(scale), seed } as const;
  const { id, isResumed } = await begun(app, said, { measure: 'cases.received', remarks });
  const plan = planYear({ year, seed, ground }, { targets: scaled(published2020, scale), planted });
  const expected = Math.round(plan.count * ACTS_PER_MATTER);
  const threads = threadsOf(plan, staffOf(ground, seed));
  const acts = await runThreads(app, isResumed ? resumed(app, threads) : newborn(threads), {
    report: (done) => wish.report?.(Math.min(done, expected), expected),
  });
  await foldAll(app);
  const [decided] = await measuresOfYear(app, { year, name: 'cases.decided' });
  const figures = await checked(app, year, wantedOf(tallyOf(plan), Number(decided?.value ?? 0)));
  await completed(app, id, { figures, planted: scenario === 'careless' ? { ...planted } : null });
  await sealAll(app);
  return { ...said, acts, isResumed, figures, planted: { ...planted } };
}
