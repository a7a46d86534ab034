import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { seedOrganisations } from '../seed/seed.ts';
import { keeper, openOffice, SMALL, stranger } from '../testing/officials.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
const manager = someone('大厅经理', ['organisations.hall-manager', '430611']);
const refused = (code: string) => expect.objectContaining({ code });
beforeAll(async () => {
  office = await openOffice();
  await seedOrganisations(office.app, SMALL);
});
afterAll(() => office.app.close());

const openSite = async (name: string): Promise<string> => {
  const input = { name, kind: 'hall', organisation: office.idOf('政务中心'), region: '430611' };
  return (await office.act(keeper, 'site.open', input)).row.id;
};
const openWindow = (site: string, label: string) =>
  office.act(manager, 'window.open', {
    site,
    label,
    name: '综合窗口',
    organisation: office.idOf('政务中心'),
    isUndifferentiated: true,
  });

test('a site is opened by the keeper of its region only', async () => {
  const id = await openSite('东大厅');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await expect(
    office.act(manager, 'site.open', {
      name: '西大厅',
      kind: 'hall',
      organisation: office.idOf('政务中心'),
      region: '430611',
    }),
  ).rejects.toMatchObject(refused('lib.missing-role'));
  await expect(openSite('东大厅')).rejects.toMatchObject(refused('organisations.name-taken'));
});

test('a site is suspended with its reason, resumed, handed over and amended', async () => {
  const id = await openSite('南大厅');
  const suspended = await office.act(manager, 'site.suspend', { reason: '线路检修' }, id);
  expect(suspended.row).toMatchObject({ state: 'suspended', closedBecause: '线路检修' });
  await office.act(manager, 'site.amend', { openingHours: '周一至周五 9:00–17:00' }, id);
  const open = await office.act(manager, 'site.resume', {}, id);
  expect(open.row).toMatchObject({
    state: 'open',
    closedBecause: null,
    openingHours: '周一至周五 9:00–17:00',
  });
  const over = await office.act(keeper, 'site.hand-over', { organisation: office.idOf('城管局') }, id);
  expect(over.row).toMatchObject({ organisation: office.idOf('城管局') });
});

test('a window takes its region from its site, and a label is used once in a site', async () => {
  const id = await openSite('北大厅');
  const { row } = await openWindow(id, 'A01');
  expect(row).toMatchObject({ state: 'open', region: '430611', isUndifferentiated: true });
  await expect(openWindow(id, 'A01')).rejects.toMatchObject(refused('organisations.label-taken'));
  await office.act(manager, 'window.pause', { reason: '人员培训' }, row.id);
  await office.act(manager, 'window.resume', {}, row.id);
  const other = { name: '医保窗口', organisation: office.idOf('城管局'), isUndifferentiated: false };
  const reassigned = await office.act(manager, 'window.reassign', other, row.id);
  expect(reassigned.row).toMatchObject(other);
  await office.act(manager, 'window.close', {}, row.id);
  expect((await openWindow(id, 'A01')).row.state).toBe('open');
  await expect(office.act(stranger, 'window.pause', { reason: '无' }, row.id)).rejects.toMatchObject(
    refused('lib.missing-role'),
  );
});

test('a closing site closes its windows and takes no new one, also not in the same moment', async () => {
  const id = await openSite('旧大厅');
  const first = await openWindow(id, '01');
  const [closed, late] = await Promise.allSettled([
    office.act(keeper, 'site.close', { reason: '搬迁' }, id),
    openWindow(id, '02'),
  ]);
  expect(closed.status).toBe('fulfilled');
  const windows = await office.app.query('select state from service_window where site = $1', [id]);
  expect(windows.every((each) => each['state'] === 'closed')).toBe(true);
  expect(windows).toHaveLength(late.status === 'fulfilled' ? 2 : 1);
  expect(first.row.state).toBe('open');
  await expect(openWindow(id, '03')).rejects.toMatchObject(refused('organisations.no-site'));
});
