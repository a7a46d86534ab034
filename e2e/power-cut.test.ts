/* Faults under load: the server and the database are killed at random moments; what was acknowledged must be there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataDirectory, removeDirectory, startProgram, yichuang, type Program } from './program.ts';

let directory: string;
let token: string;
let program: Program;
/** Names acknowledged with 201, and names that were only tried. */
const acknowledged = new Set<string>();
const tried = new Set<string>();

beforeAll(async () => {
  directory = dataDirectory();
  program = await startProgram(directory);
  const issued = await yichuang(directory, 'token', '--role', 'organisations.keeper', '--scope', '430611');
  expect(issued.stderr).not.toContain('程序出了问题');
  token = issued.stdout.toString('utf8').trim();
});
afterAll(async () => {
  await program.stop();
  removeDirectory(directory);
});

async function establish(name: string, key: string): Promise<void> {
  tried.add(name);
  const answer = await fetch(`${program.url}/api/organisations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
    },
    body: JSON.stringify({ name, kind: 'department', region: '430611' }),
  });
  if (answer.status === 201) acknowledged.add(name);
}

/** Keeps eight requests under way until the program stops answering. */
async function loadUntilDeath(round: number): Promise<void> {
  let count = 0;
  const one = async (): Promise<void> => {
    try {
      for (;;) {
        const n = count++;
        await establish(`第${round}轮第${n}个单位`, `${round}-${n}`);
      }
    } catch {
      // The connection broke: that is the point of it.
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
}

const postmaster = (): number =>
  Number(readFileSync(join(directory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

const allNames = async (): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let after = ''; ;) {
    const answer = await fetch(`${program.url}/api/organisations?limit=200${after && `&after=${after}`}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items, next } = (await answer.json()) as { items: { name: string }[]; next: string | null };
    names.push(...items.map(({ name }) => name));
    if (next === null) return names;
    after = next;
  }
};

test.each([1, 2, 3])(
  'round %i: after kill -9 nothing acknowledged is missing, nothing happened twice, the ledger holds',
  async (round) => {
    const load = loadUntilDeath(round);
    await new Promise((wait) => setTimeout(wait, 300 + Math.random() * 700));
    if (round === 2) process.kill(postmaster(), 'SIGKILL');
    else process.kill(program.child.pid!, 'SIGKILL');
    await program.stop('SIGKILL');
    await load;
    program = await startProgram(directory);
    expect(acknowledged.size).toBeGreaterThan(3 * round);
    const names = (await allNames()).filter((name) => /^第\d+轮/.test(name));
    expect([...acknowledged].filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !tried.has(name))).toEqual([]);
    const verified = await yichuang(directory, 'verify', '--json');
    expect(JSON.parse(verified.stdout.toString('utf8'))).toMatchObject({ ok: true, firstBad: null });
  },
);

test('a repeat under the same key after the crash answers as before and writes nothing', async () => {
  const before = (await allNames()).length;
  expect(acknowledged.has('第1轮第0个单位')).toBe(true);
  acknowledged.delete('第1轮第0个单位');
  await establish('第1轮第0个单位', '1-0');
  expect(acknowledged.has('第1轮第0个单位')).toBe(true);
  expect((await allNames()).length).toBe(before);
});
