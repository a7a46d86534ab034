import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { SCENARIOS, type ModuleName, type ScenarioName } from './simulated-year.ts';
import './refusals.ts';

/** A simulated year that was begun and not completed: whoever made it was interrupted. */
export interface UnfinishedYear {
  readonly id: string;
  readonly year: number;
  readonly module: ModuleName;
  readonly scenario: ScenarioName;
  readonly scale: number;
  readonly seed: number;
  readonly beganAt: Instant;
}

/** All of them, in the order they were begun. */
export async function unfinishedYears(app: Pick<App, 'query'>): Promise<readonly UnfinishedYear[]> {
  const rows = await app.query(
    `select id, year, module, scenario, scale, seed, began_at as "beganAt" from simulated_year
      where state = 'running' order by began_at`,
    [],
  );
  return rows as readonly unknown[] as readonly UnfinishedYear[];
}

type Wished = Pick<UnfinishedYear, 'year' | 'module' | 'scenario' | 'scale' | 'seed'>;

/** The unfinished year of this wish; nothing when none was begun. Refuses to go on with one in another way. */
export async function findUnfinished(
  app: Pick<App, 'query'>,
  wished: Wished,
): Promise<UnfinishedYear | undefined> {
  const there = (await unfinishedYears(app)).find(
    ({ year, module }) => year === wished.year && module === wished.module,
  );
  if (!there) return undefined;
  const { year, scenario, scale, seed } = there;
  if (scenario !== wished.scenario || scale !== wished.scale || seed !== wished.seed)
    refuse('simulation.begun-otherwise', { year, scenario: SCENARIOS[scenario], scale, seed });
  return there;
}
