import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendar } from '#calendar/index.ts';
import { ledger } from '#ledger/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { ScopeTree } from '#lib/action/person.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { organisations, organisationTree, seedOrganisations } from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { catalogue, importItems } from './index.ts';
import { placesView } from './views/places.ts';
import { remarksView } from './views/remarks.ts';
import { comparisonView } from './views/comparison.ts';
import { ratesView } from './views/rates.ts';

let app: Awaited<ReturnType<typeof testApp>>;
let act: ReturnType<typeof acting>;
const editor = someone('编目员', ['catalogue.editor', '430611'], ['people.staff']);
const publisher = someone('发布员', ['catalogue.publisher', '430611']);

beforeAll(async () => {
  app = await testApp([ledger, settings, calendar, organisations, people, catalogue], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
  });
  await seedOrganisations(app);
  act = acting(app);
});
afterAll(() => app.close());

const CODE = '11440232MB2D06811W4000117051000';
const elements = {
  name: '建设工程消防设计审查',
  type: 'licence',
  body: '区住房和城乡建设局',
  implementingCode: CODE,
  basicCode: '000117051000',
  level: '4',
  promisedLimit: { days: 10, unit: 'working' },
} as const;
const refused = (code: string) => expect.objectContaining({ code }) as Error;
const look = async (view: typeof remarksView, query: object): Promise<never> =>
  (await view.read({ query, by: editor, app } as never)) as never;

test('an item of our own begins as a draft with its first edition, and its code is its number', async () => {
  const { row } = await act(editor, 'item.record', { code: CODE, place: '430611', elements });
  expect(row).toMatchObject({
    state: 'draft',
    number: CODE,
    edition: 1,
    promisedDays: 10,
    isComplete: false,
  });
  const [edition] = await app.query('select * from item_edition where item = $1', [row.id]);
  expect(edition).toMatchObject({
    id: row['editionId' as never],
    state: 'current',
    edition: 1,
    ends_on: null,
  });
  await expect(act(editor, 'item.record', { code: CODE, place: '430611', elements })).rejects.toEqual(
    refused('catalogue.known'),
  );
});

test('a change is a new edition; the one before stays as it was, and the same again is refused', async () => {
  const [row] = await app.query('select id from item where number = $1', [CODE]);
  const id = row!['id'] as string;
  const shorter = { ...elements, promisedLimit: { days: 5, unit: 'working' } };
  const { row: after } = await act(editor, 'item.amend', { elements: shorter, reason: '压缩时限' }, id);
  expect(after).toMatchObject({ edition: 2, promisedDays: 5 });
  const editions = await app.query('select * from item_edition where item = $1 order by edition', [id]);
  expect(editions.map((each) => [each['state'], each['elements']])).toEqual([
    ['former', elements],
    ['current', shorter],
  ]);
  await expect(act(editor, 'item.amend', { elements: shorter, reason: '再来' }, id)).rejects.toEqual(
    refused('catalogue.unchanged'),
  );
  await expect(act(publisher, 'item.publish', {}, id)).rejects.toEqual(refused('catalogue.faulty'));
});

test('who edits for a town does not edit the district', async () => {
  const ofTown = someone('镇编目员', ['catalogue.editor', '430611101']);
  await expect(
    act(ofTown, 'item.record', { code: 'ELSEWHERE-1', place: '430611', elements }),
  ).rejects.toEqual(refused('lib.outside-scope'));
});

test('a row without a name, a type or a body is no item', async () => {
  await expect(
    act(editor, 'item.record', { code: 'X-12345', place: '430611', elements: { name: '某事' } }),
  ).rejects.toMatchObject({ code: 'catalogue.incomplete', facts: { missing: '事项类型、实施主体' } });
});

const guangdong = sharedFile('data/service-items/guangdong-2021.jsonl.gz');
const guangan = sharedFile('data/service-items/guangan-district.jsonl');
const fileOf = (path: string) => ({ name: path.split('/').at(-1)!, bytes: readFileSync(path) });

test('whose catalogues are here is told, with the own one', async () => {
  const told = await placesView.read({ query: {}, by: editor, app, scopes: app.scopes() } as never);
  const [counted] = await app.query(
    "select count(*)::int as n from item where state <> 'cancelled' and place = '430611'",
    [],
  );
  expect(told).toMatchObject({ own: '430611', above: null });
  const own = (told as { places: { place: string; name: string }[] }).places.find(
    ({ place }) => place === '430611',
  );
  expect(own).toEqual({ place: '430611', name: '君山区', items: counted!['n'] });
});

test.runIf(guangdong && guangan)(
  'both public catalogues come in, a second reading changes nothing, and what is broken in them is found',
  async () => {
    expect(await importItems(app, fileOf(guangdong!))).toEqual({
      imported: 2262,
      changed: 0,
      unchanged: 0,
      broken: [],
    });
    expect(await importItems(app, fileOf(guangan!))).toMatchObject({ imported: 1135, broken: [] });
    expect(await importItems(app, fileOf(guangdong!))).toMatchObject({ imported: 0, unchanged: 2262 });
    const { checked, rules, groups } = await look(remarksView, { place: '440000' });
    // What nearly every item of the catalogue lacks is one line each, not two thousand.
    const lines = groups as { title: string; message: string; count: number }[];
    expect(lines[0]!.count).toBe(2024);
    const { items: shared } = await look(remarksView, { place: '440000', message: lines.at(-1)!.message });
    expect(shared).toHaveLength(lines.at(-1)!.count);
    expect(checked).toBe(2024);
    const counts = new Map(
      (rules as { rule: string; count: number }[]).map(({ rule, count }) => [rule, count]),
    );
    expect(counts.has('over-legal')).toBe(false);
    // Counted apart from this code, over the same file.
    expect(counts.get('vague-material')).toBe(37); // Of them 其他佐证材料 twice, 申请人情况及证明材料 once.
    expect(counts.get('unlike-units')).toBe(9);
    expect(counts.get('code')).toBe(6);
    expect(counts.get('same-link')).toBe(557);
    const district: { rules: { rule: string; count: number }[] } = await look(remarksView, {
      place: '511602',
    });
    expect(district.rules.find(({ rule }) => rule === 'same-item')!.count).toBe(4);
    const compared = (await comparisonView.read({
      query: { own: '511602', above: '440000' },
      by: editor,
      app,
    } as never)) as { counts: object; agreement: object };
    expect(compared.counts).toMatchObject({ own: 1135, above: 2024 });
    const [shown] = await app.query(
      `select count(*) filter (where is_online) as online, count(*) filter (where visits <= 1) as once,
              sum(legal_days - promised_days) filter (where legal_days > 0 and day_unit is not null) as saved
         from item where place = $1`,
      ['440000'],
    );
    const { rates } = (await ratesView.read({ query: { place: '440000' }, by: editor, app } as never)) as {
      readonly rates: readonly { readonly name: string; readonly numerator: number }[];
    };
    const numerator = (name: string) => String(rates.find((each) => each.name === name)!.numerator);
    expect([numerator('online'), numerator('one-visit'), numerator('compression')]).toEqual([
      shown!['online'],
      shown!['once'],
      shown!['saved'],
    ]);
  },
  60_000,
);
