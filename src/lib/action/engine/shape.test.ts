import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAction } from '#lib/app.ts';
import { someone, testApp } from '#lib/testing/app.ts';
import { file, ledgerTables, world } from '#lib/testing/world.ts';
import { instantOf } from '#lib/time.ts';
import { rowDigest } from './canonical.ts';
import { rowFrom } from './plan.ts';

let app: Awaited<ReturnType<typeof testApp>>;
const clerk = someone('甲', ['clerk', '430611'], ['clerk', '430602']);
const FILES = 4;

beforeAll(async () => {
  app = await testApp([ledgerTables, world]);
});
afterAll(() => app.close());

const word = fc.oneof(
  fc.constantFrom('', 'NULL', '{}', '"', '\\', '路灯，"三天"没亮\\'),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\0', '').toWellFormed()),
);
const patches = fc.record(
  {
    title: word,
    region: fc.constantFrom('430611', '430602'),
    story: fc.option(word),
    holder: fc.option(word.map((plain) => ({ plain }))),
    completedAt: fc.option(fc.integer({ min: 0, max: 4e12 }).map(instantOf)),
  },
  { requiredKeys: [] },
);
type Patch = Readonly<Record<string, unknown>>;

const perform = (id: string | null, patch: Patch) => {
  const action = getAction(app, 'world-file', id === null ? 'start' : 'rename');
  return app.engine.perform({
    action: { ...action, decide: () => ({ state: 'open', ...patch }) },
    id,
    input: { region: '430611', title: '卷' },
    by: clerk,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
};
const stood = (patch: Patch): Patch => ({
  ...patch,
  ...('holder' in patch ? { holder: patch['holder'] === null ? null : expect.anything() } : {}),
});

test('changes and births of different columns, written together, each leave what they did not touch as it was', async () => {
  const rounds = fc.array(fc.array(patches, { minLength: FILES + 1, maxLength: FILES + 1 }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const known: Patch[] = Array.from({ length: FILES }, (_, n) => ({
        region: '430611',
        title: `卷${n}`,
        story: null,
        holder: null,
        completedAt: null,
      }));
      const born = await Promise.all(known.map((each) => perform(null, each)));
      const ids = born.map((done) => done.row.id);
      for (const round of all) {
        const birth = { region: '430611', title: '新', ...round[FILES] };
        const [made] = await Promise.all([
          perform(null, birth),
          ...ids.map((id, n) => perform(id, round[n]!)),
        ]);
        known.forEach((before, n) => (known[n] = { ...before, ...round[n] }));
        known.push(birth);
        ids.push(made!.row.id);
        ids.length = known.length = FILES + 1;
        const records = await app.query(
          `select f.*, (select c->>'digest' from ledger_entry e, jsonb_array_elements(e.changes) c
             where e.subject = f.id order by e.seq desc limit 1) as remembered
             from world_file f where id = any($1::uuid[])`,
          [ids],
        );
        for (const record of records) {
          const row = rowFrom(file, record);
          expect(row).toMatchObject(stood(known[ids.indexOf(row.id)]!));
          expect(rowDigest(file, row)).toBe(record['remembered']);
        }
        expect(records).toHaveLength(FILES + 1);
        ids.length = known.length = FILES;
      }
    }),
    { numRuns: 25 },
  );
});
