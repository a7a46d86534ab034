/* Beside the worker: what the page itself does so that it opens without a network. Only where the address is secure. */

const KNOWN = 'yichuang-known';
const WORKER = '/desk/cases/intake-worker.js';
const SCOPE = '/desk/cases/new';
/** Who is signed in and what they may do: without these no page opens. */
const NEEDED = ['/api/session', '/api/program'];

const isPossible = (): boolean => 'serviceWorker' in navigator && 'caches' in window;

/** From now on this page opens without a network, for who is signed in now. A browser that cannot goes on as before. */
export async function keepOffline(): Promise<void> {
  if (!isPossible()) return;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    await (await caches.open(KNOWN)).addAll(NEEDED);
  } catch {
    // Without a network now: what was kept before stands.
  }
}
/** Nobody opens the page as somebody who signed out, or was signed in before. */
export async function forgetOffline(): Promise<void> {
  if (isPossible()) await caches.delete(KNOWN).catch(() => false);
}
