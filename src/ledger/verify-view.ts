import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { verifyApp, type Verdict } from './verify.ts';

/** A verdict and when its verification began. */
interface Checked extends Verdict {
  readonly checkedAt: Instant;
}
interface Checking {
  running: Promise<Checked> | null;
  last: Checked | null;
}
/** One verification at a time in a process: it reads everything there is. */
const checkings = new WeakMap<Reader, Checking>();
/** So long a page waits; a larger ledger is asked for again. */
const PATIENCE_MS = 10_000;

function begin(app: App, checking: Checking): Promise<Checked> {
  const checkedAt = app.now();
  const running = verifyApp(app).then((verdict) => (checking.last = { ...verdict, checkedAt }));
  checking.running = running;
  const settle = (): void => void (checking.running = null);
  running.then(settle, settle);
  return running;
}

async function waitFor(running: Promise<Checked>): Promise<Checked | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((give) => (timer = setTimeout(() => give(null), PATIENCE_MS)));
  try {
    return await Promise.race([running, patience]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * 校验账本 — begins a verification, or joins the one under way, and waits ten seconds for it. Then `isRunning` is true
 * and the verdict is the one before; `last=true` only reads that one.
 */
export const verifyView = view({
  name: 'ledger-verify',
  title: '校验账本',
  path: '/ledger/verify',
  may: { 'ledger.auditor': 'anyone' },
  query: Type.Object({
    last: Type.Optional(Type.String({ title: '只看上次结果', enum: ['true', 'false'] })),
  }),
  read: async ({ app, query: wish }) => {
    const checking = checkings.get(app.db) ?? { running: null, last: null };
    checkings.set(app.db, checking);
    const fresh = wish.last === 'true' ? null : await waitFor(checking.running ?? begin(app, checking));
    return { isRunning: checking.running !== null && fresh === null, verdict: fresh ?? checking.last };
  },
});
