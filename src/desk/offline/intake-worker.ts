/** What the worker uses of its own global scope. */
interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly caches: CacheStorage;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly fetch: typeof fetch;
  readonly addEventListener: (name: 'install' | 'activate' | 'fetch', hear: (event: never) => void) => void;
}
interface Waiting {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

/**
 * The service worker of the clerk's intake page, and of no other: what the page is made of is kept under the version it was
 * built as, so that it opens without a network. With a network the server always answers first: the page by its newest
 * index, whose files have other names, and who is signed in. The function is written into the worker's file as it stands
 * (`plugin.ts`), so it refers to nothing outside itself.
 */
export function intakeWorker(scope: WorkerScope, version: string, files: readonly string[]): void {
  const PAGE = '/desk/cases/new';
  const PREFIX = 'yichuang-intake-';
  const OWN = `${PREFIX}${version}`;
  /** Written by the page (`offline.ts`), emptied when somebody signs in or out. */
  const KNOWN = 'yichuang-known';
  const KEPT = new Set(['/api/session', '/api/program']);
  /** Milliseconds: a line that says nothing for so long is no line; and a working day, after which one signs in anew. */
  const PATIENCE = 8000;
  const DAY = 16 * 3_600_000;

  const install = async (): Promise<void> => {
    const own = await scope.caches.open(OWN);
    await own.addAll([PAGE, ...files]);
    await scope.skipWaiting();
  };
  const activate = async (): Promise<void> => {
    const names = await scope.caches.keys();
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== OWN);
    await Promise.all(old.map((name) => scope.caches.delete(name)));
    await scope.clients.claim();
  };
  const found = async (name: string, path: string): Promise<Response | undefined> =>
    (await scope.caches.open(name)).match(path);
  const page = async (request: Request): Promise<Response> => {
    try {
      return await scope.fetch(request.url, {
        credentials: 'same-origin',
        cache: 'no-cache',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      return (await found(OWN, PAGE)) ?? Response.error();
    }
  };
  /** A file's name has its hash: the same name is the same file. */
  const file = async (request: Request, path: string): Promise<Response> =>
    (await found(OWN, path)) ?? scope.fetch(request);
  const known = async (request: Request, path: string): Promise<Response> => {
    try {
      return await scope.fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      const kept = await found(KNOWN, path);
      const age = Date.now() - Date.parse(kept?.headers.get('date') ?? '');
      return kept && age < DAY ? kept : Response.error();
    }
  };

  scope.addEventListener('install', (event: Waiting) => event.waitUntil(install()));
  scope.addEventListener('activate', (event: Waiting) => event.waitUntil(activate()));
  scope.addEventListener('fetch', (event: Fetching) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin) return;
    if (request.mode === 'navigate') {
      if (pathname === PAGE) event.respondWith(page(request));
    } else if (files.includes(pathname)) event.respondWith(file(request, pathname));
    else if (KEPT.has(pathname)) event.respondWith(known(request, pathname));
  });
}
