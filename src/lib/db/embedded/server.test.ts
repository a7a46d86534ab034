import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { databaseFault } from '../sqlstate.ts';
import { packagedBinaries } from './binaries.ts';
import { pidFile, runningPostmaster } from './postmaster.ts';
import { livingProcess, signal } from './processes.ts';
import { OWNER, PROGRAM, urlOf } from './roles.ts';
import { stopServer } from './run.ts';
import { type EmbeddedOptions, type EmbeddedServer, joinServer } from './server.ts';

/** Servers of their own, with fsync on: these tests kill them. */
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const binaries15 = join(import.meta.dirname, '../../../../node_modules/postgres-15-linux-x64/native');

let pristine: string;
beforeAll(async () => {
  pristine = await mkdtemp(join(tmpdir(), 'yichuang-pristine-'));
  chmodSync(pristine, 0o755);
  const server = await joinServer({ directory: join(pristine, 'postgres') });
  await server.leave();
  return () => rm(pristine, { recursive: true, force: true });
});

let base: string;
let directory: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'yichuang-embedded-'));
  chmodSync(base, 0o755);
  directory = join(base, 'postgres');
  return () => rm(base, { recursive: true, force: true });
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  const left = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('PG_VERSION'),
  );
  for (const path of left.filter((each) => !each.includes('base'))) {
    const running = runningPostmaster(dirname(join(base, path)));
    if (running) await stopServer(running.pid, 2);
  }
});

/** A cluster that was made before, to save each test the second that making one takes. */
function madeBefore(): void {
  execFileSync('cp', ['-a', join(pristine, 'postgres'), directory]);
}

/** Joins for the length of `use`. */
async function using<T>(options: Partial<EmbeddedOptions>, use: (server: EmbeddedServer) => Promise<T> | T) {
  const server = await joinServer({ directory, ...options });
  try {
    return await use(server);
  } finally {
    await server.leave();
  }
}

async function query(
  server: EmbeddedServer,
  sql: string,
  role: 'owner' | 'program' = 'owner',
): Promise<unknown[]> {
  const name = role === 'owner' ? OWNER : PROGRAM;
  const client = new Client({ connectionString: urlOf(name, server.passwords[role], server.port) });
  client.on('error', () => undefined);
  await client.connect();
  const result = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return result.rows;
}

interface Told {
  readonly pid: number;
  readonly started: boolean;
  readonly code?: string;
}

/**
 * Another process that joins, makes ready (by `before`: what it is told by signal may come as soon as it has spoken),
 * tells what it got in one line, and then does `after`. Should it end without a word, its errors are the report.
 */
function another(after = 'await new Promise(() => setInterval(() => {}, 1000))', account = {}, before = '') {
  const code = `
    import { joinServer } from ${JSON.stringify(join(import.meta.dirname, 'server.ts'))};
    import { openEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'open.ts'))};
    import { Client } from 'pg';
    const directory = ${JSON.stringify(directory)};
    const tell = (what) => console.log(JSON.stringify(what));
    try {
      const server = await joinServer({ directory });
      ${before}
      tell({ pid: server.pid, started: server.started });
      ${after}
    } catch (error) { tell({ code: error.code ?? error.message }); }`;
  const cwd = join(import.meta.dirname, '../../../..');
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit');
  const silent = once(child.stderr, 'end');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const next = async () => {
    const line = await lines.next();
    if (line.done !== true) return JSON.parse(line.value) as Told;
    const [code, signalled] = (await silent.then(() => ended)) as unknown[];
    throw new Error(`the other process ended early (${String(code ?? signalled)}): ${complaint}`);
  };
  return { child, next, ended };
}

test('a server is made, answers both roles, and is gone when left', async () => {
  const pid = await using({}, async (server) => {
    expect(server.started).toBe(true);
    expect(server.version).toMatch(/^18\./);
    expect(await query(server, 'select current_user as role', 'program')).toEqual([{ role: PROGRAM }]);
    return server.pid;
  });
  expect(livingProcess(pid)).toBeUndefined();
  expect(readdirSync(join(directory, 'users'))).toEqual([]);
});

test('it is durable, checked, UTF-8, and sees Chinese', async () => {
  const facts = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
    current_setting('data_checksums') as sums, current_setting('server_encoding') as encoding,
    (select datctype from pg_database where datname = current_database()) as ctype,
    current_setting('listen_addresses') as listens,
    (select bool_or(rolsuper) from pg_roles where rolname in ('${OWNER}', '${PROGRAM}')) as super`;
  await using({}, async (server) => {
    expect(await query(server, facts)).toEqual([
      {
        fsync: 'on',
        commit: 'on',
        sums: 'on',
        encoding: 'UTF8',
        ctype: 'C.UTF-8',
        listens: '127.0.0.1',
        super: false,
      },
    ]);
    await query(server, 'create schema junshan; create extension pg_trgm schema junshan');
    // 道路积水 → "  道", " 道路", "道路积", "路积水", "积水 "
    expect(await query(server, `select cardinality(junshan.show_trgm('道路积水')) as n`)).toEqual([{ n: 5 }]);
  });
});

test('passwords are for this user alone, and needed', async () => {
  madeBefore();
  await using({}, async (server) => {
    expect(statSync(join(directory, 'passwords.json')).mode & 0o777).toBe(0o600);
    const guess = { ...server, passwords: { ...server.passwords, program: 'guess' } };
    await expect(query(guess, 'select 1', 'program')).rejects.toMatchObject({ code: '28P01' });
  });
});

test('what was written is there after a restart', async () => {
  madeBefore();
  await using({}, (server) => query(server, 'create table kept as select 1 as n'));
  await using({}, async (server) => expect(await query(server, 'select n from kept')).toEqual([{ n: 1 }]));
});

test('two that start at once share one server, and the last to leave stops it', async () => {
  const leaveWhenTold = `process.once('SIGUSR2', async () => { await server.leave(); tell({}); process.exit(); });`;
  const [one, two] = [another(undefined, {}, leaveWhenTold), another()];
  const told = await Promise.all([one.next(), two.next()]);
  expect(told[0].pid).toBe(told[1].pid);
  expect(told.filter((each) => each.started)).toHaveLength(1);
  one.child.kill('SIGUSR2');
  await one.next();
  expect(livingProcess(told[0].pid)).toBeDefined();
  two.child.kill('SIGKILL');
  await two.ended;
  await using({}, (server) => expect([server.pid, server.started]).toEqual([told[0].pid, false]));
  expect(livingProcess(told[0].pid)).toBeUndefined();
});

test('a killed parent leaves an orphan, which the next start takes over with all that was acknowledged', async () => {
  madeBefore();
  const writer = another(`
    const { passwords, port } = server;
    const client = new Client('postgres://yichuang_owner:' + passwords.owner + '@127.0.0.1:' + port + '/yichuang');
    await client.connect();
    await client.query('create table written (n int primary key)');
    for (let n = 1; ; n += 1) { await client.query('insert into written values ($1)', [n]); tell({ pid: n }); }`);
  const { pid } = await writer.next();
  let acknowledged = 0;
  while (acknowledged < 200) acknowledged = (await writer.next()).pid;
  writer.child.kill('SIGKILL');
  await writer.ended;
  expect(livingProcess(pid)).toBeDefined();
  await using({}, async (server) => {
    expect([server.pid, server.started]).toEqual([pid, false]);
    const [row] = (await query(server, 'select count(*)::int as n, max(n) as last from written')) as {
      n: number;
      last: number;
    }[];
    expect(row?.n).toBe(row?.last);
    expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
  });
  expect(livingProcess(pid)).toBeUndefined();
});

test('a killed server loses nothing that was acknowledged', async () => {
  madeBefore();
  for (let round = 1; round <= 3; round += 1) {
    let acknowledged = 0;
    await using({}, async (server) => {
      await query(server, 'create table if not exists written (round int, n int, primary key (round, n))');
      const write = async (client: Client): Promise<never> => {
        for (;;) {
          const n = acknowledged + 1;
          await client.query('insert into written values ($1, $2)', [round, n]);
          acknowledged = n;
          if (n === 100 * round) process.kill(server.pid, 'SIGKILL');
        }
      };
      const client = new Client({ connectionString: urlOf(OWNER, server.passwords.owner, server.port) });
      client.on('error', () => undefined);
      await client.connect();
      expect(await write(client).catch(databaseFault)).toBe('outcome-unknown');
      await client.end().catch(() => undefined);
    });
    await using({}, async (server) => {
      expect(server.started).toBe(true);
      const [row] = await query(server, `select count(*)::int as n from written where round = ${round}`);
      expect((row as { n: number }).n).toBeGreaterThanOrEqual(acknowledged);
    });
  }
});

test('a terminated process takes its server with it, and ends by the signal', async () => {
  madeBefore();
  const process_ = another(`
    await server.leave();
    await openEmbedded({ directory: ${JSON.stringify(base)}, tenant: 'junshan', poolMax: 2, closeOnSignals: true });
    tell({});
    setInterval(() => {}, 1000)`);
  await process_.next();
  await process_.next();
  const pid = runningPostmaster(join(directory, 'cluster'))?.pid ?? 0;
  expect(livingProcess(pid)).toBeDefined();
  process_.child.kill('SIGTERM');
  expect(await process_.ended).toEqual([null, 'SIGTERM']);
  expect(livingProcess(pid)).toBeUndefined();
});

test('a process that ends without a word still tells its server to stop', async () => {
  madeBefore();
  const careless = another('process.exit(3)');
  const { pid } = await careless.next();
  expect(await careless.ended).toEqual([3, null]);
  await expect.poll(() => livingProcess(pid), { timeout: 5000 }).toBeUndefined();
});

test('a stopped server is ended by force when it does not listen', async () => {
  madeBefore();
  const server = await joinServer({ directory });
  signal(server.pid, 'SIGSTOP');
  await stopServer(server.pid, 0.1);
  expect(livingProcess(server.pid)).toBeUndefined();
  await server.leave();
  await using({}, (again) => expect(again.started).toBe(true));
});

test('a pid file that names some other living process is no obstacle', async () => {
  madeBefore();
  const account = isRoot ? { uid: statSync(join(directory, 'cluster')).uid } : {};
  const stranger = spawn('sleep', ['60'], account);
  children.push(stranger);
  const file = pidFile(join(directory, 'cluster'));
  writeFileSync(file, `${stranger.pid}\n${join(directory, 'cluster')}\n1\n5432\n\n127.0.0.1\n\nready\n`);
  await using({}, (server) => expect(server.started).toBe(true));
  expect(stranger.exitCode).toBeNull();
});

test.each(['', 'rubbish\n', '999999999\n/nowhere\n'])(
  'a pid file that says %j is no obstacle',
  async (text) => {
    madeBefore();
    const file = pidFile(join(directory, 'cluster'));
    writeFileSync(file, text);
    if (isRoot) chownSync(file, statSync(dirname(file)).uid, statSync(dirname(file)).gid);
    await using({}, (server) => expect(server.started).toBe(true));
  },
);

test('a crash while the cluster was being made leaves nothing in the way', async () => {
  mkdirSync(join(directory, 'cluster.making/base'), { recursive: true });
  await using({}, (server) => expect(server.started).toBe(true));
  expect(existsSync(join(directory, 'cluster.making'))).toBe(false);
});

test.runIf(existsSync(binaries15))(
  'a cluster of another major version is refused in plain words',
  async () => {
    await using({ binaries: binaries15 }, (server) => expect(server.version).toMatch(/^15\./));
    await expect(joinServer({ directory })).rejects.toMatchObject({
      code: 'db.other-major',
      facts: { found: 15, expected: 18 },
    });
  },
);

test('a cluster without its passwords is refused', async () => {
  madeBefore();
  rmSync(join(directory, 'passwords.json'));
  await expect(joinServer({ directory })).rejects.toMatchObject({ code: 'db.no-passwords' });
});

test.runIf(isRoot)('as root the server runs as somebody else', async () => {
  await using({}, (server) => {
    expect(statSync(`/proc/${server.pid}`).uid).toBe(server.place.account?.uid);
    expect(server.place.account?.uid).not.toBe(0);
    expect(statSync(server.place.cluster).mode & 0o777).toBe(0o700);
  });
});

test.runIf(isRoot)('an ordinary user runs it too', async () => {
  chownSync(base, nobody.uid, nobody.gid);
  const ordinary = another('await server.leave(); tell({})', nobody);
  expect(await ordinary.next()).toMatchObject({ started: true });
  await ordinary.next();
  expect(statSync(join(directory, 'cluster')).uid).toBe(nobody.uid);
  // Root then runs the server as the cluster's owner.
  await using({}, (server) => expect(server.place.account?.uid).toBe(nobody.uid));
});

test.runIf(isRoot)('a user without a name is told so before anything is made', async () => {
  const nameless = { uid: 2_345_678, gid: 2_345_678 };
  chownSync(base, nameless.uid, nameless.gid);
  expect(await another('', nameless).next()).toEqual({ code: 'db.nameless-user' });
  expect(existsSync(join(directory, 'cluster.making'))).toBe(false);
});

test.runIf(isRoot)('an ordinary user is told that the directory is not his', async () => {
  madeBefore();
  expect(await another('', nobody).next()).toEqual({ code: 'db.not-ours' });
});

test.runIf(isRoot)(
  'a checkout under a private directory is copied to where the server can read it',
  async () => {
    const home = join(base, 'home');
    const common = join(base, 'common');
    cpSync(packagedBinaries(), join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    const libraries = join(home, 'native/lib');
    for (const file of readdirSync(libraries, { withFileTypes: true }))
      if (file.isSymbolicLink()) rmSync(join(libraries, file.name)); // as if install scripts were off
    chmodSync(home, 0o700);
    const hidden = { directory: join(home, 'data/postgres'), binaries: join(home, 'native'), common };
    const place = await using(hidden, async (server) => {
      await query(server, 'create table kept as select 1 as n');
      return server.place;
    });
    expect(place.cluster.startsWith(common)).toBe(true);
    expect(place.binaries.startsWith(common)).toBe(true);
    expect(JSON.parse(readFileSync(join(hidden.directory, 'elsewhere.json'), 'utf8'))).toMatchObject({
      cluster: place.cluster,
    });
    await using(hidden, async (server) => {
      expect(server.place).toEqual({ ...place, account: server.place.account });
      expect(await query(server, 'select n from kept')).toEqual([{ n: 1 }]);
    });
  },
);
