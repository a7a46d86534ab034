import { expect, test } from 'vitest';
import { bareServer } from '#lib/http/server.ts';
import { instantOf, millis, MS_PER_MINUTE } from '#lib/time.ts';
import { application, serviceHall, waterPermit } from '../testing/hall.ts';
import { paperRoutes } from './routes.ts';

test('a paper is there once its act is done: with the name under a mask, in full for who said why they look', async () => {
  const hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01'));
  let now = millis(hall.app.now());
  const app = {
    ...hall.app,
    now: () => instantOf(now),
    authenticate: () => Promise.resolve(hall.clerk),
  };
  const server = bareServer(app);
  paperRoutes(server, app);
  const get = (file: string) => server.inject({ url: `/api/cases/${row.number}/papers/${file}` });
  const receipt = await get('receipt.html');
  expect(receipt.statusCode).toBe(200);
  expect(receipt.body).toContain('收件凭证');
  expect(receipt.body).not.toContain('甲某');
  const serve = { field: 'applicantName', reason: '打印收件凭证交申请人' };
  await hall.act(hall.decider, 'case-file.unmask', serve, row.id);
  expect((await get('receipt.html')).body).not.toContain('甲某'); // Another did.
  await hall.act(hall.clerk, 'case-file.unmask', serve, row.id);
  expect((await get('receipt.html')).body).toContain('甲某：');
  now += 2 * MS_PER_MINUTE;
  expect((await get('receipt.html')).body).not.toContain('甲某');
  expect((await get('acceptance.pdf')).statusCode).toBe(409);
  expect((await get('receipt.exe')).statusCode).toBe(404);
  await server.close();
  await hall.close();
});
