import { afterAll, beforeAll, expect, test } from 'vitest';
import { assess } from '../assess/assess.ts';
import { evaluation, type Evaluation } from '../evaluation/evaluation.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { yueyang2020 } from '../frameworks/shipped/yueyang-2020.ts';
import { openBureau, type Bureau } from '../testing/bureau.ts';
import { seedEvaluation2020 } from './seed.ts';
import { content2020 } from './published-2020.ts';
import { contentOf } from '../evaluation/frozen.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.close());

test('the year 2020 enters by actions, gives 97 → 89 (63–94), and enters only once', async () => {
  const first = await seedEvaluation2020(bureau.app);
  const again = await seedEvaluation2020(bureau.app);
  expect(again).toEqual({ id: first.id, steps: 0 });
  const [record] = await bureau.app.query('select * from evaluation where id = $1', [first.id]);
  const row = rowFrom(evaluation, record!) as Evaluation;
  const { organisationName: _, ...entered } = contentOf(row);
  const { organisationName: __, ...published } = content2020();
  expect(entered).toEqual(published);
  expect(assess(row, yueyang2020).score).toMatchObject({
    claimed: '97',
    recomputed: '89',
    range: { low: '63', high: '94' },
    grade: { claimed: '优', recomputed: '良' },
  });
});
