import { measuresOfYear } from '#ledger/index.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { act } from '../mark.ts';
import './refusals.ts';

/** A figure of the year beside what it had to be. */
export interface Checked {
  readonly measure: string;
  readonly title: string;
  readonly wanted: number;
  readonly counted: number;
}

/** Counts the year by its measures and puts each figure beside its target, by the full name of the measure. */
export async function checked(
  app: App,
  year: number,
  wanted: Readonly<Record<string, number>>,
): Promise<readonly Checked[]> {
  const figures = new Map((await measuresOfYear(app, { year })).map((figure) => [figure.name, figure]));
  return Object.entries(wanted).map(([measure, count]) => ({
    measure,
    title: figures.get(measure)?.title ?? measure,
    wanted: count,
    counted: Number(figures.get(measure)?.value ?? 0),
  }));
}

/** 热线工单受理量 11203，应为 11204 — of those that differ. */
const differences = (figures: readonly Checked[]): readonly string[] =>
  figures
    .filter(({ wanted, counted }) => wanted !== counted)
    .map(({ title, wanted, counted }) => `${title} ${counted}，应为 ${wanted}`);

/** Calls the year whole. Refuses, and leaves it running, when a figure is not what it had to be. */
export async function completed(
  app: App,
  id: string,
  { figures, planted }: { readonly figures: readonly Checked[]; readonly planted: Planted | null },
): Promise<void> {
  const wrong = differences(figures);
  if (wrong.length > 0) refuse('simulation.wrong-totals', { differences: wrong.join('；') });
  const totals = Object.fromEntries(figures.map(({ measure, counted }) => [measure, String(counted)]));
  await act(app, 'complete', id, { totals, ...(planted ? { planted } : {}) });
}
/** What a careless year planted, each kind by its name. */
export type Planted = Readonly<Record<string, number>>;
