import { measuresOfYear } from '#ledger/index.ts';
import type { App } from '#lib/app.ts';
import { dueOf, type Targets } from './targets.ts';

/** A figure of the year beside what it had to be. */
export interface Checked {
  readonly measure: string;
  readonly title: string;
  readonly wanted: number;
  readonly counted: number;
}

const wanted = (targets: Targets): Readonly<Record<string, number>> => ({
  'orders-received': targets.orders,
  'letters-received': targets.letters,
  redirected: targets.redirected,
  'hot-transferred': targets.transferred,
  'answered-directly': targets.direct,
  merged: targets.merged,
  withdrawn: targets.withdrawn,
  void: targets.void,
  'sent-back': targets.sentBack,
  'not-dispatched': 0,
  'carried-out': targets.carriedOut,
  'carried-in': targets.carriedIn,
  due: dueOf(targets),
  completed: dueOf(targets),
  'on-time': dueOf(targets) - targets.late,
  late: targets.late,
  'urgent-late': 0,
  urgent: targets.urgent,
  'called-back': targets.calledBack,
  'call-back-dissatisfied': targets.dissatisfied,
  'cases-put-forward': targets.casesPutForward,
  'cases-selected': targets.casesSelected,
});

/** Counts the year by the measures of the hotline and puts each figure beside its target. */
export async function checked(app: App, year: number, targets: Targets): Promise<readonly Checked[]> {
  const figures = new Map((await measuresOfYear(app, { year })).map((figure) => [figure.name, figure]));
  return Object.entries(wanted(targets)).map(([name, count]) => {
    const figure = figures.get(`hotline.${name}`);
    return {
      measure: `hotline.${name}`,
      title: figure?.title ?? name,
      wanted: count,
      counted: Number(figure?.value ?? 0),
    };
  });
}

/** 热线工单受理量 11203，应为 11204 — of those that differ. */
export const differences = (figures: readonly Checked[]): readonly string[] =>
  figures
    .filter(({ wanted: due, counted }) => due !== counted)
    .map(({ title, wanted: due, counted }) => `${title} ${counted}，应为 ${due}`);
