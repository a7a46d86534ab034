import { afterAll, beforeAll, expect, test } from 'vitest';
import { MS_PER_MINUTE } from '#lib/time.ts';
import { openOffice } from '../testing/office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test('listening alone keeps no session alive: after thirty minutes it has ended', async () => {
  await office.provision('listener');
  const cookie = await office.cookieOf('listener');
  const listens = () =>
    office.app.authenticate({
      authorization: undefined,
      cookie,
      origin: undefined,
      host: undefined,
      'x-yichuang': undefined,
      isChange: false,
      isWatching: true,
    });
  for (let minute = 5; minute < 30; minute += 5) {
    office.wait(5 * MS_PER_MINUTE);
    expect(await listens()).toMatchObject({ name: '职员listener' });
  }
  office.wait(5 * MS_PER_MINUTE);
  await expect(listens()).rejects.toMatchObject({ code: 'people.session-ended' });
});
