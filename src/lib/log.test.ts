import { expect, test } from 'vitest';
import { logTo, maskPersonal } from './log.ts';

function written(use: (log: ReturnType<typeof logTo>) => void): unknown {
  const lines: string[] = [];
  use(logTo({ write: (line) => lines.push(line), now: () => new Date('2020-01-02T03:04:05Z') }));
  expect(lines).toHaveLength(1);
  expect(lines[0]?.endsWith('\n')).toBe(true);
  return JSON.parse(lines[0] ?? '');
}

test('an event is one line of JSON', () => {
  expect(written((log) => log.info('server.listening', { port: 8080 }))).toEqual({
    level: 'info',
    at: '2020-01-02T03:04:05.000Z',
    event: 'server.listening',
    port: 8080,
  });
});

test('a request’s number is on its lines, and no fact can replace the head', () => {
  expect(
    written((log) => log.forRequest('r-1').warn('x', { level: 'info', request: 'other' })),
  ).toMatchObject({
    level: 'warn',
    request: 'r-1',
  });
});

test('an error shows name, code and place, and not its details', () => {
  const cause = Object.assign(new TypeError('手机 13812345678 重复'), {
    code: '23505',
    detail: 'Key (id)=(secret)',
  });
  const line = written((log) => log.error('action.failed', cause, { action: 'dispatch' }));
  expect(line).toMatchObject({
    level: 'error',
    cause: 'TypeError: 手机 138****5678 重复',
    code: '23505',
    action: 'dispatch',
  });
  expect(JSON.stringify(line)).not.toContain('secret');
  expect((line as { stack: string }).stack).toMatch(/^at .*log\.test\.ts/);
});

test.each([
  ['电话13812345678，', '电话138****5678，'],
  ['11010518491231008X', '110***********008X'],
  ['seq 20200101123456789012', 'seq 20200101123456789012'],
  ['0730-8123456', '0730-8123456'],
])('%s is written as %s', (text, masked) => {
  expect(maskPersonal(text)).toBe(masked);
});

test('the value a database refuses is not repeated', () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "张三"'), { code: '22P02' });
  expect(JSON.stringify(written((log) => log.error('x', cause)))).not.toContain('张三');
});
