import { afterEach, expect, test, vi } from 'vitest';
import { getRecord } from './http.ts';

afterEach(() => vi.unstubAllGlobals());
const answering = (body: unknown, status = 200): void => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }));
};

test('a record is read by its number', async () => {
  answering({ id: 'a1', number: 'BJ2026000001' });
  expect(await getRecord('/api/cases', 'BJ2026000001')).toMatchObject({ id: 'a1' });
});

test('a word that is no number but the address of a list is no record', async () => {
  answering({ lines: [] });
  await expect(getRecord('/api/cases', 'lights')).rejects.toMatchObject({
    fault: { status: 404, code: 'lib.not-found' },
  });
});

test('what the server refuses stays refused in its words', async () => {
  answering({ code: 'lib.missing-role', message: '没有权限', next: '' }, 403);
  await expect(getRecord('/api/cases', 'lights')).rejects.toMatchObject({ fault: { status: 403 } });
});
