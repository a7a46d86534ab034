import { measuresOfYear } from '#ledger/index.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, yearOf } from '#lib/time.ts';
import { act } from '../mark.ts';
import type { ModuleName, ScenarioName } from './simulated-year.ts';
import { findUnfinished } from './unfinished.ts';
import './refusals.ts';

interface Said {
  readonly year: number;
  readonly module: ModuleName;
  readonly scenario: ScenarioName;
  readonly scale: number;
  readonly seed: number;
}
interface About {
  /** Counts what was received in a year: nought in one that may be simulated. */
  readonly measure: string;
  readonly remarks: readonly string[];
}

/** A year in which something was received is not simulated over: real and invented records must never mix. */
async function mustBeEmpty(app: App, year: number, name: string): Promise<void> {
  const [received] = await measuresOfYear(app, { year, name });
  if (received && received.value !== '0') refuse('simulation.year-there', { year, title: received.title });
}

/** The year's own row, and whether it had been begun before. Refuses a year of another wish, or one that is complete. */
export async function begun(
  app: App,
  said: Said,
  { measure, remarks }: About,
): Promise<{ readonly id: string; readonly isResumed: boolean }> {
  const thisYear = yearOf(dayOf(app.now()));
  // What has not happened yet cannot be made as if it had: its days, and the ledger's, lie ahead.
  if (said.year > thisYear) refuse('simulation.year-ahead', { year: said.year });
  const before = await findUnfinished(app, said);
  if (before) return { id: before.id, isResumed: true };
  await mustBeEmpty(app, said.year, measure);
  return { id: await act(app, 'begin', null, { ...said, remarks }), isResumed: false };
}
