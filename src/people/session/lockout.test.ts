import { expect, test } from 'vitest';
import { instant, instantOf, millis, MS_PER_MINUTE } from '#lib/time.ts';
import { cookieValue, setCookie } from './cookie.ts';
import { lockedUntil } from './lockout.ts';
import { isOwnForm, isOwnOrigin } from './origin.ts';

const nine = instant('2026-11-10T01:00:00Z');
const after = (minutes: number) => instantOf(millis(nine) + minutes * MS_PER_MINUTE);

test.each([
  ['no failure', [], 1, null],
  ['four failures', [0, 1, 2, 3], 4, null],
  ['five within fifteen minutes lock for fifteen from the last', [0, 1, 2, 3, 4], 5, 19],
  ['the last minute of the lock', [0, 1, 2, 3, 4], 18.99, 19],
  ['fifteen minutes after the last failure it is open', [0, 1, 2, 3, 4], 19, null],
  ['five over more than fifteen minutes', [0, 4, 8, 12, 15], 15.5, null],
  ['a failure after the lock begins to count anew', [0, 1, 2, 3, 4, 20], 20.5, null],
])('%s', (_, failures, now, until) => {
  expect(lockedUntil(failures.map(after), after(now))).toBe(until === null ? null : after(until));
});

test.each([
  ['yichuang=abc', 'abc'],
  ['theme=dark; yichuang=abc-_9; x=1', 'abc-_9'],
  ['yichuang=', null],
  ['xyichuang=abc', null],
  [undefined, null],
])('the cookie header %s holds %s', (header, value) => {
  expect(cookieValue(header)).toBe(value);
});

test('the cookie is for HTTP alone, for this site alone, and secure where the connection is', () => {
  expect(setCookie('v', false)).toBe('yichuang=v; HttpOnly; SameSite=Strict; Path=/');
  expect(setCookie('v', true)).toContain('; Secure');
  expect(setCookie(null, false)).toContain('Max-Age=0');
});

test.each([
  [undefined, true],
  ['http://127.0.0.1:8080', true],
  ['https://127.0.0.1:8080', true], // behind a proxy that ends TLS
  ['http://127.0.0.1:9090', false],
  ['http://evil.example', false],
  ['null', false],
])('the origin %s is ours: %s', (origin, isOurs) => {
  const asked = { origin, host: '127.0.0.1:8080' };
  expect(isOwnOrigin(asked)).toBe(isOurs);
  // A browser says with every form where it comes from: one that does not is nobody's.
  expect(isOwnForm(asked)).toBe(isOurs && origin !== undefined);
});
