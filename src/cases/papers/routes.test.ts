import { expect, test } from 'vitest';
import { bareServer } from '#lib/http/server.ts';
import { application, serviceHall, waterPermit } from '../testing/hall.ts';
import { paperRoutes } from './routes.ts';

test('a paper is handed out once its act is done, with the name as the role sees it', async () => {
  const hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01'));
  const app = { ...hall.app, authenticate: () => Promise.resolve(hall.clerk) };
  const server = bareServer(app);
  paperRoutes(server, app);
  const get = (file: string) => server.inject({ url: `/api/cases/${row.number}/papers/${file}` });
  const receipt = await get('receipt.html');
  expect(receipt.statusCode).toBe(200);
  expect(receipt.body).toContain('收件凭证');
  expect(receipt.body).not.toContain('甲某');
  expect((await get('acceptance.pdf')).statusCode).toBe(409);
  expect((await get('receipt.exe')).statusCode).toBe(404);
  await server.close();
  await hall.close();
});
