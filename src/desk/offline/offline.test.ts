import { beforeEach, expect, test } from 'vitest';
import { intakeWorker } from './intake-worker.ts';
import { filesOf, workerText } from './plugin.ts';

/* The worker in an imitated scope: caches are maps, the network answers as each test says. */
type Hear = (event: Readonly<Record<string, unknown>>) => void;
let stores: Map<string, Map<string, Response>>;
let heard: Map<string, Hear>;
let network: ((path: string) => Response) | null;

const pathOf = (of: RequestInfo | URL): string =>
  new URL(typeof of === 'object' && 'url' in of ? of.url : of, 'http://a.gov.cn').pathname;
const fetched = (of: RequestInfo | URL): Promise<Response> =>
  network ? Promise.resolve(network(pathOf(of))) : Promise.reject(new TypeError('no line'));
const store = (name: string): Map<string, Response> => {
  const own = stores.get(name) ?? new Map<string, Response>();
  stores.set(name, own);
  return own;
};
const open = (name: string) =>
  Promise.resolve({
    addAll: async (paths: readonly string[]) => {
      for (const path of paths) store(name).set(path, await fetched(path));
    },
    match: (path: string) => Promise.resolve(store(name).get(path)?.clone()),
  });

function worker(version: string, files: readonly string[]) {
  heard = new Map();
  const caches = {
    open,
    keys: () => Promise.resolve([...stores.keys()]),
    delete: (name: string) => Promise.resolve(stores.delete(name)),
  };
  const scope = {
    location: { origin: 'http://a.gov.cn' },
    caches,
    clients: { claim: () => Promise.resolve() },
    skipWaiting: () => Promise.resolve(),
    fetch: fetched,
    addEventListener: (name: string, hear: Hear) => heard.set(name, hear),
  };
  intakeWorker(scope as never, version, files);
}
async function begun(): Promise<void> {
  for (const name of ['install', 'activate']) {
    let work: Promise<unknown> = Promise.resolve();
    heard.get(name)!({
      waitUntil: (given: Promise<unknown>) => {
        work = given;
      },
    });
    await work;
  }
}
/** What the worker answers; undefined where it leaves the request alone. */
async function asked(path: string, mode = 'cors'): Promise<string | undefined> {
  let answer: Promise<Response> | undefined;
  heard.get('fetch')!({
    request: { url: `http://a.gov.cn${path}`, method: 'GET', mode },
    respondWith: (given: Promise<Response>) => {
      answer = given;
    },
  });
  const given = await answer;
  return given && (given.type === 'error' ? 'no answer' : given.text());
}
const built = (name: string) => (path: string) => new Response(`${name} ${path}`);

beforeEach(() => {
  stores = new Map();
  network = built('first');
});

test('with a network the server answers the page; without one it is the page as it was kept', async () => {
  worker('1', ['/desk/assets/a.js']);
  await begun();
  network = built('second');
  expect(await asked('/desk/cases/new', 'navigate')).toBe('second /desk/cases/new');
  network = null;
  expect(await asked('/desk/cases/new', 'navigate')).toBe('first /desk/cases/new');
  expect(await asked('/desk/assets/a.js')).toBe('first /desk/assets/a.js');
});

test('after an update nothing of the version before is left, and the page is the new one without a network too', async () => {
  worker('1', ['/desk/assets/a-1.js']);
  await begun();
  network = built('second');
  worker('2', ['/desk/assets/a-2.js']);
  await begun();
  expect([...stores.keys()]).toEqual(['yichuang-intake-2']);
  network = null;
  expect(await asked('/desk/cases/new', 'navigate')).toBe('second /desk/cases/new');
});

test('other pages, other files and what is written are none of its business', async () => {
  worker('1', ['/desk/assets/a.js']);
  await begun();
  expect(await asked('/desk/cases/board', 'navigate')).toBeUndefined();
  expect(await asked('/desk/assets/other.js')).toBeUndefined();
  expect(await asked('/api/cases')).toBeUndefined();
});

test('who is signed in is asked of the server, and known without one for a working day', async () => {
  worker('1', []);
  await begun();
  const kept = (hours: number): Response =>
    new Response('kept', { headers: { date: new Date(Date.now() - hours * 3_600_000).toUTCString() } });
  store('yichuang-known').set('/api/session', kept(15));
  expect(await asked('/api/session')).toBe('first /api/session');
  network = null;
  expect(await asked('/api/session')).toBe('kept');
  store('yichuang-known').set('/api/session', kept(17));
  expect(await asked('/api/session')).toBe('no answer');
  expect(await asked('/api/program')).toBe('no answer');
});

test('the files of the entry and of the intake page are kept, no other’s; another build is another version', () => {
  const chunk = (fileName: string, more: object = {}) => ({ type: 'chunk' as const, fileName, ...more });
  const bundle = {
    'assets/index.js': chunk('assets/index.js', { isEntry: true, imports: ['assets/vendor.js'] }),
    'assets/vendor.js': chunk('assets/vendor.js'),
    'assets/new.js': chunk('assets/new.js', {
      facadeModuleId: '/src/desk/cases/NewCasePage.vue',
      imports: ['assets/vendor.js'],
      viteMetadata: { importedCss: new Set(['assets/new.css']), importedAssets: new Set<string>() },
    }),
    'assets/board.js': chunk('assets/board.js', { facadeModuleId: '/src/desk/cases/BoardPage.vue' }),
  };
  const files = filesOf(bundle);
  expect(files).toEqual(['index.js', 'new.css', 'new.js', 'vendor.js'].map((name) => `/desk/assets/${name}`));
  const versionOf = (of: readonly string[]) => /self, "([0-9a-f]{16})"/.exec(workerText(of))![1];
  expect(versionOf(files)).not.toBe(versionOf([...files, '/desk/assets/more.js']));
});
