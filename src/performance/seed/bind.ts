import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { readMeasures } from '../evaluation/read-measures.ts';

/** Which measure a figure is counted by, over the whole region. */
export interface FigureMeasure {
  readonly key: string;
  readonly measure: string;
  /** Where the form does not know the figure. */
  readonly title?: string;
  readonly unit?: string;
}

/** Binds figures of a draft evaluation to measures, each by the ordinary action, and has them counted at once. */
export async function bindMeasures(
  app: App,
  evaluation: string,
  figures: readonly FigureMeasure[],
): Promise<void> {
  const action = getAction(app, 'evaluation', 'bind-figure');
  for (const figure of figures)
    await app.engine.perform({
      action,
      id: evaluation,
      input: { ...figure, within: 'region' },
      by: SYSTEM,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  // The loops do not run yet at a first start, and a reaction that is new begins with what happens from then on.
  await readMeasures.react({ seq: '0', subject: evaluation, at: app.now() }, app);
}
