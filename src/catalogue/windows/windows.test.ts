import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '#lib/testing/server.ts';
import { delegationList } from '../delegations/list-view.ts';
import { powersView } from '../powers/powers-view.ts';
import { catalogueOffice, DISTRICT, type CatalogueOffice } from '../testing/office.ts';
import { setUpView } from './set-up-view.ts';

let office: CatalogueOffice;
let [water, permit] = ['', ''];
beforeAll(async () => {
  office = await catalogueOffice();
  water = office.unit('区水利局');
  permit = (await office.record('SL-0001', { name: '取水许可', body: '区水利局' })).row.id;
  await office.record('SL-0002', { name: '河道采砂许可', body: '区水利局' });
  await office.record('SL-0003', { name: '罚款', body: '区水利局', type: 'penalty' });
  await office.record('MZ-0001', { name: '社会团体成立登记', body: '区民政局' });
});
afterAll(() => office.close());
const act = (name: string, input: object, id: string | null = null) =>
  office.act(office.publisher, name, input as never, id);
const refused = (code: string) => expect.objectContaining({ code }) as Error;
const windowAt = async (label: string, site: string): Promise<string> => {
  const found = await office.app.query(
    'select w.id from service_window w join site s on s.id = w.site where w.label = $1 and s.name = $2',
    [label, site],
  );
  return found[0]!['id'] as string;
};
const hall = (label: string) => windowAt(label, '区政务服务大厅');
interface SetUp {
  readonly types: readonly { readonly kind: string }[];
  readonly towns: readonly { readonly name: string; readonly missing: readonly string[] }[];
  readonly unknownCodes: readonly string[];
}
const setUp = () => office.look<SetUp>(setUpView, {});

test('an undifferentiated window takes all of some departments and single items of others, on application alone', async () => {
  const list = {
    window: await hall('A01'),
    kind: 'undifferentiated',
    departments: [water],
    items: ['MZ-0001', 'NO-SUCH'],
  };
  const { row } = await act('window-list.assign', list);
  await expect(act('window-list.assign', list)).rejects.toEqual(refused('catalogue.has-list'));
  const { types, unknownCodes } = await setUp();
  expect(types[0]).toEqual({
    kind: 'undifferentiated',
    title: '无差别综合窗口',
    windows: 1,
    departments: 2,
    items: 3,
  });
  expect(unknownCodes).toEqual(['NO-SUCH']);
  await act('window-list.change', { items: ['MZ-0001'] }, row.id);
  expect((await setUp()).types[0]).toMatchObject({ departments: 1, items: 1 });
});

test('a window’s type fits what the window is and where it stands', async () => {
  const wrong = async (label: string, more: object) =>
    act('window-list.assign', { window: await hall(label), departments: [water], ...more });
  await expect(wrong('A02', { kind: 'general' })).rejects.toEqual(refused('catalogue.window-type'));
  await expect(wrong('B01', { kind: 'undifferentiated' })).rejects.toEqual(refused('catalogue.window-type'));
  await expect(wrong('B01', { kind: 'town', townWindow: '综合窗口' })).rejects.toEqual(
    refused('catalogue.window-place'),
  );
  await expect(wrong('B01', { kind: 'engineering', departments: [] })).rejects.toEqual(
    refused('catalogue.empty-list'),
  );
  const { row } = await act('window-list.assign', { window: await hall('B01'), kind: 'department' });
  expect(row).toMatchObject({ departments: [office.unit('区住房和城乡建设局')] });
});

test('a town centre has its five mandatory windows, or it is told which are missing', async () => {
  const [found] = await office.app.query(
    "select w.label, s.name from service_window w join site s on s.id = w.site where s.kind = 'town-centre' order by s.region, w.label limit 1",
    [],
  );
  const window = await windowAt(found!['label'] as string, found!['name'] as string);
  await expect(act('window-list.assign', { window, kind: 'town', townWindow: '茶水窗口' })).rejects.toEqual(
    refused('catalogue.town-window'),
  );
  await act('window-list.assign', { window, kind: 'town', townWindow: '党务窗口' });
  const { towns } = await setUp();
  expect(towns).toHaveLength(5);
  expect(towns.find(({ name }) => name === found!['name'])!.missing).toEqual([
    '社会事务窗口',
    '社会民生窗口',
    '经济发展窗口',
    '综合窗口',
  ]);
});

test('an item is delegated to all towns or to some, once for a time, and taken back', async () => {
  const wish = { item: permit, level: 'town', startsOn: '2020-05-13', document: '赋权目录〔2020〕1号' };
  await expect(act('delegation.delegate', { ...wish, places: ['430611101200'] })).rejects.toEqual(
    refused('catalogue.no-such-place'),
  );
  const { row } = await act('delegation.delegate', wish);
  await expect(act('delegation.delegate', { ...wish, places: ['430611101'] })).rejects.toEqual(
    refused('catalogue.delegated'),
  );
  await act('delegation.delegate', {
    ...wish,
    level: 'village',
    places: ['430611101'],
    endsOn: '2020-12-31',
  });
  const list = async (level: string, on: string) =>
    (await office.look<{ count: number }>(delegationList, { level, on })).count;
  expect([await list('town', '2020-05-12'), await list('town', '2020-05-13')]).toEqual([0, 1]);
  expect([await list('village', '2020-12-31'), await list('village', '2021-01-01')]).toEqual([1, 0]);
  await act('delegation.withdraw', { reason: '权限上收', on: '2020-08-01' }, row.id);
  expect([await list('town', '2020-07-31'), await list('town', '2020-08-01')]).toEqual([1, 0]);
});

test('the lists are looked at and taken away as papers', async () => {
  const shown = await office.look<{ count: number; items: { name: string }[] }>(powersView, {
    place: DISTRICT,
    body: '区水利局',
  });
  expect(shown.count).toBe(4);
  expect(shown.items.map(({ name }) => name)).toEqual(['取水许可', '河道采砂许可', '罚款']);
  const server = await startTestServer(office.app);
  const page = async (path: string) => (await fetch(`${server.url}${path}`)).text();
  expect(await page(`/api/items/powers/file?place=${DISTRICT}&format=html`)).toContain('河道采砂许可');
  expect(await page('/api/delegations/list/file?level=town&on=2020-06-01&format=html')).toContain('共 1 项');
  await server.close();
});
