import type { App } from '#lib/app.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { countsOf, type Measure } from '#lib/measure.ts';
import { dropAnchor } from './anchor.ts';
import { foldRound } from './fold.ts';
import { AT_MOST } from './marks.ts';
import { passQuiet } from './quiet.ts';
import { reactRound } from './reactions.ts';
import { sealRound } from './seal.ts';

/**
 * Seals everything there is, in rounds; each remembered outside the database once it is committed. What arrives meanwhile
 * waits for the next time: under a steady load "until nothing is left" would never end, with a block for every few entries.
 */
export async function sealAll(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const block = await inTransaction(app.db, (query) =>
      sealRound(query, { suite: app.suite, now: app.now() }),
    );
    if (block === null) return;
    if (!(await dropAnchor(app.config, block)))
      app.log.warn('ledger.anchor-is-higher', { height: block.height });
    isFull = block.lastSeq - block.firstSeq + 1 >= AT_MOST;
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
  const all = app.modules.flatMap((module) => module.reactions);
  // A ledger with a hole stops each of them, and each says so.
  const awake = await passQuiet(app, all).catch(() => all);
  await Promise.all(
    awake.map(async (reaction) => {
      try {
        while (await reactRound(app, reaction));
      } catch (fault) {
        app.log.error('reaction.waits', fault, { reaction: reaction.name });
      }
    }),
  );
}
