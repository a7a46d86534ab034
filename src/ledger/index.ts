import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { blocksView } from './blocks-view.ts';
import { entriesView } from './entries-view.ts';
import { finish, followUp, raise } from './follow-up.ts';
import { foldAll, runReactions, sealAll } from './loops.ts';
import { measuresView, recordsView } from './measures-view.ts';
import { retentionLoop } from './retention.ts';
import { verifyView } from './verify-view.ts';

export { forgetAnchor } from './anchor.ts';
export { blockOf } from './block-of.ts';
export { countMeasure, type Figure } from './count.ts';
export { measuresOfYear, recordsOfYear, type YearFigure } from './figures-of-year.ts';
export { foldAll, sealAll } from './loops.ts';
export { findHead, headOf, marksOf, moveMarks, takeTurn } from './marks.ts';
export { ensurePartitions } from './partitions.ts';
export type { Range } from './predicate.ts';
export { proofFault, proveEntries, type EntryProof } from './proof.ts';
export type { Block } from './block.ts';
export type { Records } from './records.ts';
export { verifyApp, type Verdict } from './verify.ts';

/** 账本: what happened, in order, sealed; and what can be counted from it. */
export const ledger = module({
  name: 'ledger',
  title: '账本',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [followUp],
  actions: [raise, finish],
  views: [entriesView, blocksView, verifyView, measuresView, recordsView],
  roles: {
    'ledger.auditor': { title: '账本审计员', scope: 'tenant' },
    'ledger.steward': { title: '待办处理员', scope: 'tenant' },
  },
  loops: [
    { name: 'ledger.sealer', everyMs: 1_000, run: sealAll },
    { name: 'ledger.folder', everyMs: 1_000, run: foldAll },
    { name: 'ledger.reactions', everyMs: 1_000, run: runReactions },
    retentionLoop,
  ],
});
