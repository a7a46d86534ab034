import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { openBureau, REGION, type Bureau } from '../testing/bureau.ts';
import type { Framework } from './framework.ts';

let bureau: Bureau;
let id = '';
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.close());
const act = async (verb: string, input: object, on: string | null = null): Promise<Framework> =>
  (await bureau.act(bureau.people.section, `framework.${verb}`, input as never, on)).row as Framework;
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'was not refused',
    (fault: unknown) => (fault instanceof Refusal ? fault.code : Promise.reject(fault as Error)),
  );

test('the form of 2020 is adopted and published as it is', async () => {
  const adopted = await act('adopt', { form: 'yueyang-2020', region: REGION });
  expect(adopted).toMatchObject({ state: 'draft', year: 2020 });
  expect((await act('publish', {}, adopted.id)).state).toBe('published');
  ({ id } = adopted);
});

test('copied to a new year it shows what changed, and is not published while weights do not add up', async () => {
  const copy = await act('copy', { from: id, year: 2021 });
  expect(copy).toMatchObject({ year: 2021, state: 'draft', copiedFrom: id, changes: [] });
  const row = {
    path: '过程/预算执行/资金结余',
    name: '资金结余',
    weight: '4',
    rule: '无结余，得4分；有结余，但不超过上年结转，得2分；结余超过上年结转，不得分。',
    definition: '',
    isGeneric: false,
    remark: '',
  };
  const changed = await act('change-row', row, copy.id);
  expect(changed.changes.map(({ path, part }) => [path, part])).toEqual([
    [row.path, 'weight'],
    [row.path, 'rule'],
  ]);
  expect(changed.rows.find((each) => each.path === row.path)?.rule.kind).toBe('states');
  expect(await refusal(act('publish', {}, copy.id))).toBe('performance.weights');
  const shorter = await act(
    'change-row',
    {
      ...row,
      path: '过程/预算执行/支付进度',
      name: '支付进度',
      weight: '2',
      rule: '每出现1个专项未按进度完成资金下达的扣0.5分，扣完为止。',
    },
    copy.id,
  );
  expect((await act('publish', {}, shorter.id)).state).toBe('published');
  expect(await refusal(act('change-row', row, copy.id))).toBe('lib.wrong-state');
});

test('the national frame has no weights and cannot be published before it has', async () => {
  const frame = await act('adopt', { form: 'ministry-2013', region: REGION, year: 2022 });
  expect(await refusal(act('publish', {}, frame.id))).toBe('performance.rules-open');
});

test('a retired form takes no new evaluation, nor does one of another year', async () => {
  const begin = (year: number) =>
    refusal(
      bureau.act(bureau.people.writer, 'evaluation.begin', {
        organisation: bureau.organisation,
        year,
        framework: id,
      }),
    );
  expect(await begin(2021)).toBe('performance.framework-year');
  await act('retire', {}, id);
  expect(await begin(2020)).toBe('performance.framework-open');
});
