import type { App } from '#lib/app.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { countsOf, type Measure } from '#lib/measure.ts';
import { dropAnchor } from './anchor.ts';
import { foldRound } from './fold.ts';
import { reactRound } from './reactions.ts';
import { sealRound } from './seal.ts';

/** Seals everything there is, in rounds; each remembered outside the database once it is committed. */
export async function sealAll(app: App): Promise<void> {
  for (;;) {
    const block = await inTransaction(app.db, (query) =>
      sealRound(query, { suite: app.suite, now: app.now() }),
    );
    if (block === null) return;
    if (!dropAnchor(app.config.dataDirectory, block))
      app.log.warn('ledger.anchor-is-higher', { height: block.height });
  }
}

/** Every count that has a rollup: those the modules' figures are made of, each once. */
export const measuresOf = (modules: App['modules']): readonly Measure[] => [
  ...new Set(modules.flatMap((module) => module.measures).flatMap(countsOf)),
];

/** Folds everything there is into the rollups of all measures. */
export async function foldAll(app: App): Promise<void> {
  const measures = measuresOf(app.modules);
  while (await inTransaction(app.db, (query) => foldRound(query, measures, app.now())));
}

/** Lets every reaction see everything there is; one that is stuck does not hold up the others. */
export async function runReactions(app: App): Promise<void> {
  const reactions = app.modules.flatMap((module) => module.reactions);
  await Promise.all(
    reactions.map(async (reaction) => {
      try {
        while (await reactRound(app, reaction));
      } catch (fault) {
        app.log.error('reaction.waits', fault, { reaction: reaction.name });
      }
    }),
  );
}
