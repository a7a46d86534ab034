import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#lib/db/index.ts';
import { testApp } from '#lib/testing/app.ts';
import { bigint, day, flag, instant, integer, json, text, uuid } from '../column.ts';
import { noun } from '../noun.ts';
import { rowFrom } from './plan.ts';
import { readRow, selectRows } from './row-text.ts';

const thing = noun({
  name: 'kind-of-everything',
  as: 'thing',
  path: 'things',
  title: '各类',
  states: { open: '开' },
  columns: {
    ownerId: uuid('人').orNull(),
    title: text('名').orNull(),
    count: integer('数').orNull(),
    feeFen: bigint('分').orNull(),
    isLate: flag('迟').orNull(),
    happenedAt: instant('时').orNull(),
    dueOn: day('日').orNull(),
    details: json('详').orNull(),
  },
  see: {},
});

let app: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  app = await testApp([]);
  await withClient(app.database, { as: 'owner' }, (client) =>
    client.query(`create table kind_of_everything (id uuid primary key, version integer, number text, state text,
      owner_id uuid, title text, count integer, fee_fen bigint, is_late boolean, happened_at timestamptz, due_on date,
      details jsonb);
      grant select on kind_of_everything to public`),
  );
});
afterAll(() => app.close());

const clean = (text: string): string => text.replaceAll('\0', '').replaceAll('\\u0000', '').toWellFormed();
const values = fc.record({
  ownerId: fc.option(fc.uuid()),
  title: fc.option(fc.string({ unit: 'grapheme' }).map(clean)),
  count: fc.option(fc.integer()),
  feeFen: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
  isLate: fc.option(fc.boolean()),
  happenedAt: fc.option(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })),
  details: fc.option(fc.array(fc.string({ unit: 'grapheme' }).map(clean))),
});

test('a row read from its text is the row the driver would have read, of every type, to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(values, fc.uuid(), async (given, id) => {
      const dueOn = given.happenedAt?.toISOString().slice(0, 10) ?? null;
      await withClient(app.database, { as: 'owner' }, (client) =>
        client.query(
          `insert into kind_of_everything values ($1, 1, 'a"b', 'open', $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do nothing`,
          [
            id,
            given.ownerId,
            given.title,
            given.count,
            given.feeFen,
            given.isLate,
            given.happenedAt,
            dueOn,
            given.details === null ? null : JSON.stringify(given.details),
          ],
        ),
      );
      const [plain] = await app.query('select * from kind_of_everything where id = $1', [id]);
      const [asText] = await app.query(selectRows(thing, 'where r.id = $1'), [id]);
      expect(readRow(thing, asText!)).toEqual(rowFrom(thing, plain!));
      expect(Object.keys(readRow(thing, asText!))).toEqual(Object.keys(rowFrom(thing, plain!)));
    }),
    { numRuns: 100 },
  );
});
