import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedFile } from '#lib/testing/shared.ts';
import { readFileSync } from 'node:fs';
import { keeper, openOffice } from '../testing/officials.ts';
import { treeView } from '../views/tree.ts';
import { JUNSHAN } from './read.ts';
import { seedOrganisations } from './seed.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.app.close());

test('the first start brings divisions, departments, sites and windows, each by an action in the ledger', async () => {
  const seeded = await seedOrganisations(office.app);
  // 1 district + 5 + 86; 32 units + 2 sub-units + 7 sections + 3 sections; hall + 5 centres; 9 windows + 5 × 5
  expect(seeded).toEqual({ regions: 92, organisations: 44, sites: 6, windows: 34 });
  const [{ n } = { n: 0 }] = (await office.app.query('select count(*)::int as n from ledger_entry', [])) as {
    n: number;
  }[];
  expect(n).toBe(92 + 44 + 6 + 34);
  expect(office.tree().below('430611')).toHaveLength(92 + 44);
});

test('a second start brings nothing, also after one was renamed', async () => {
  const id = office.idOf('区教育局');
  await office.act(keeper, 'organisation.rename', { name: '区教育体育局' }, id);
  expect(await seedOrganisations(office.app)).toEqual({ regions: 0, organisations: 0, sites: 0, windows: 0 });
});

test('the bureau has its two sub-units and seven sections', async () => {
  const tree = (await treeView.read({ db: office.app.db } as never)) as {
    name: string;
    children: { name: string; children: { name: string }[] }[];
  }[];
  const bureau = tree[0]!.children.find((each) => each.name === '区行政审批服务局')!;
  expect(tree.map((each) => each.name)).toEqual(['君山区']);
  expect(bureau.children.map((each) => each.name)).toEqual([
    '区政务中心',
    '现场勘查中心',
    '办公室',
    '优化办',
    '行政审批制度改革股',
    '政务公开股',
    '政务服务股',
    '电子政务办',
    '热线办',
  ]);
});

const divisions = sharedFile('data/divisions/junshan-430611.json');
test.runIf(divisions)('the shipped divisions are those of the published list', () => {
  interface Town {
    readonly code: string;
    readonly name: string;
    readonly villages: readonly { readonly code: string; readonly name: string }[];
  }
  const published = JSON.parse(readFileSync(divisions!, 'utf8')) as {
    code: string;
    name: string;
    towns: readonly Town[];
  };
  const flat = [published, ...published.towns.flatMap((town) => [town, ...town.villages])];
  expect(JUNSHAN.regions).toEqual(flat.map(({ code, name }) => [code, name]));
});
