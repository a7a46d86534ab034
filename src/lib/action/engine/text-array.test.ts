import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp } from '#lib/testing/app.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import { textArray } from './text-array.ts';

let app: Awaited<ReturnType<typeof testApp>>;
beforeAll(async () => {
  app = await testApp([ledgerTables]);
});
afterAll(() => app.close());

test('PostgreSQL reads back every text, empty, quoted, null or the word NULL, as it was', async () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '').toWellFormed()),
    fc.constantFrom('', 'NULL', 'null', '{}', '"', '\\', ',', ' ', '\n', "'", '路灯，"三天"没亮\\', null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word), async (words) => {
      const [row] = await app.query('select to_jsonb($1::text[]) as words', [textArray(words)]);
      expect(row!['words']).toEqual(words);
    }),
    { numRuns: 200 },
  );
});
