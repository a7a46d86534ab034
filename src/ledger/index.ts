import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { sealAll } from './loops.ts';

export { forgetAnchor } from './anchor.ts';
export { ensurePartitions } from './partitions.ts';
export { verifyApp, verifyLedger, type Verdict } from './verify.ts';

/** 账本: what happened, in order, sealed; and what can be counted from it. */
export const ledger = module({
  name: 'ledger',
  title: '账本',
  migrations: join(import.meta.dirname, 'migrations'),
  roles: { 'ledger.auditor': { title: '账本审计员', scope: 'tenant' } },
  loops: [{ name: 'ledger.sealer', everyMs: 1_000, run: sealAll }],
});
