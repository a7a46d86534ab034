import { lookForAllBack } from '#hotline/index.ts';
import { foldAll, sealAll } from '#ledger/index.ts';
import type { App } from '#lib/app.ts';
import { instantOf } from '#lib/time.ts';
import { wanted } from './hotline/check.ts';
import { groundOf } from './hotline/ground.ts';
import { staffOf } from './hotline/people.ts';
import { planYear } from './hotline/plan.ts';
import { careless2020, inflated, nothing, plantedTimes } from './hotline/planted.ts';
import { remarks } from './hotline/remarks.ts';
import { published2020, scaled } from './hotline/targets.ts';
import { threadsOf } from './hotline/year.ts';
import { newborn, resumed } from './run/arrivals.ts';
import { runThreads } from './run/run.ts';
import type { ModuleName, ScenarioName } from './year/simulated-year.ts';
import { begun } from './year/begun.ts';
import { checked, completed, type Checked } from './year/checked.ts';

export interface Simulating {
  readonly year: number;
  /** So many times the published year; a part of it in tests. */
  readonly scale: number;
  readonly seed: number;
  readonly scenario: Exclude<ScenarioName, 'desk'>;
  /** Told how many acts are done, of about how many. */
  readonly report?: (done: number, total: number) => void;
}
/** What was made, and every figure beside its target. */
export interface Simulated {
  readonly year: number;
  readonly module: ModuleName;
  readonly scenario: ScenarioName;
  readonly scale: number;
  readonly seed: number;
  /** Done in this run: fewer than the year has when it was resumed. */
  readonly acts: number;
  readonly isResumed: boolean;
  readonly figures: readonly Checked[];
  /** What a careless year planted, and the figures show. */
  readonly planted: Readonly<Record<string, number>>;
}

/** About how many acts a matter takes, for the bar alone. */
const ACTS_PER_MATTER = 6;

/**
 * Makes the hotline's year by its real actions under a simulated clock, and checks that it adds up. The row that says
 * "simulated" is written before anything else; a year that was interrupted goes on where it was left. Refuses a tenant
 * that has that year; ends without "complete" when a figure is not what it had to be.
 */
export async function simulateHotline(app: App, wish: Simulating): Promise<Simulated> {
  const { year, scale, seed, scenario } = wish;
  const ground = groundOf(app);
  const targets = scaled(published2020, scale);
  const planted = plantedTimes(scenario === 'careless' ? careless2020 : nothing, scale);
  const said = { year, module: 'hotline', scenario, scale: Math.ceil(scale), seed } as const;
  const { id, isResumed } = await begun(app, said, { measure: 'hotline.received', remarks });
  const plan = planYear({ year, seed, ground }, { targets, planted });
  const expected = Math.round(plan.count * ACTS_PER_MATTER);
  const threads = threadsOf(plan, staffOf(ground, seed), targets);
  const acts = await runThreads(app, isResumed ? resumed(app, threads) : newborn(threads), {
    report: (done) => wish.report?.(Math.min(done, expected), expected),
    eachDay: (at) => lookForAllBack({ ...app, now: () => instantOf(at) }),
  });
  await foldAll(app);
  const figures = await checked(app, year, wanted(inflated(targets, planted)));
  await completed(app, id, { figures, planted: scenario === 'careless' ? { ...planted } : null });
  await sealAll(app);
  return { ...said, acts, isResumed, figures, planted: { ...planted } };
}
