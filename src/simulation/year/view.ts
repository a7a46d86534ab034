import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import { view } from '#lib/view.ts';
import { madeOf } from './made-of.ts';
import { simulatedYear } from './simulated-year.ts';

/** One simulated year as anybody may know it. */
export interface SimulatedYearLine {
  readonly year: number;
  readonly module: string;
  readonly scenario: string;
  readonly scale: number;
  readonly state: string;
  readonly remarks: readonly string[];
}

/** The simulated years of this tenant; none in a real office, nor in a program put together without this module. */
export async function simulatedYears({
  nouns,
  query,
}: Pick<App, 'query' | 'nouns'>): Promise<readonly SimulatedYearLine[]> {
  if (!nouns.includes(simulatedYear)) return [];
  const rows = await query(
    'select year, module, scenario, scale, state, remarks from simulated_year order by year, module',
    [],
  );
  return rows as readonly unknown[] as readonly SimulatedYearLine[];
}

/** 模拟数据 — public, so that every screen and every page can say what it shows. */
export const simulationView = view({
  name: 'simulation',
  title: '是否模拟数据',
  path: '/simulation',
  may: 'public',
  query: Type.Object({}),
  read: async ({ app }) => {
    const years = await simulatedYears(app);
    return { isSimulated: years.length > 0, madeOf: madeOf(years), years };
  },
});
