import { findMaybe } from '#desk/hotline/optional.ts';

/** Years of the simulation, as its public answer lists them. */
interface Simulation {
  readonly years?: readonly { readonly year: number }[];
}

/** The year a page opens on: the latest simulated one where there is any, for there its records are; else this year. */
export async function openingYear(now: Date): Promise<number> {
  const years = (await findMaybe<Simulation>('/api/simulation'))?.years ?? [];
  return years.length > 0 ? Math.max(...years.map(({ year }) => year)) : now.getFullYear();
}
