import { findMaybe } from '#desk/hotline/optional.ts';

/** Years of the simulation, as its public answer lists them. */
interface Simulation {
  readonly years?: readonly { readonly year: number; readonly module: string; readonly scenario: string }[];
}
/** Orders of the last days, for the desks to be tried with: no year whose figures say anything. */
const DESK_DAYS = 'desk';

/** The latest whole year there are orders of; null where none is simulated. */
export function lastWholeYear({ years = [] }: Simulation): number | null {
  const whole = years.filter(({ module, scenario }) => module === 'hotline' && scenario !== DESK_DAYS);
  return whole.length > 0 ? Math.max(...whole.map(({ year }) => year)) : null;
}

/** The year a page opens on: the latest whole one that is simulated, for there its records are; else this year. */
export async function openingYear(now: Date): Promise<number> {
  return lastWholeYear((await findMaybe<Simulation>('/api/simulation')) ?? {}) ?? now.getFullYear();
}
