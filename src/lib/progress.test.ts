import { expect, test } from 'vitest';
import { bar, type Screen, spokenTime, stage } from './progress.ts';

/** A screen whose clock goes only when told. */
function screenOf(isTerminal: boolean) {
  const written: string[] = [];
  let time = 0;
  let redraw: () => void = () => undefined;
  const screen: Screen = {
    write: (text) => written.push(text),
    isTerminal,
    now: () => time,
    every(_, again) {
      redraw = again;
      return () => (redraw = () => undefined);
    },
  };
  const pass = (milliseconds: number) => {
    time += milliseconds;
    redraw();
  };
  return { screen, written, pass };
}

test.each([
  [0, '0 毫秒'],
  [83.4, '83 毫秒'],
  [1234, '1.2 秒'],
  [125_000, '2 分 5 秒'],
])('%d ms is said as %s', (milliseconds, said) => expect(spokenTime(milliseconds)).toBe(said));

test('a third of the way fills eight of twenty-four', () => {
  expect(bar(4000, 12_000)).toBe(`[${'█'.repeat(8)}${'░'.repeat(16)}]  33 %  4,000 / 12,000`);
  expect(bar(13_000, 12_000)).toContain('100 %');
  expect(bar(5000, undefined)).toBe('5,000');
  expect(bar(0, 0)).toBe('');
});

test('a quick stage prints its name and time, and nothing else', async () => {
  const { screen, written, pass } = screenOf(true);
  const result = await stage('数据库', async (report) => (report(1, 2), pass(830), 'done'), screen);
  expect(result).toBe('done');
  expect(written).toEqual(['数据库  830 毫秒\n']);
});

test('a slow stage shows a bar on a terminal, and wipes it away', async () => {
  const { screen, written, pass } = screenOf(true);
  await stage('导入', async (report) => (pass(1000), pass(1500), report(1, 2), pass(50), pass(500)), screen);
  expect(written).toHaveLength(3);
  expect(written[0]).toBe('\r\u001B[2K导入  2.5 秒');
  expect(written[1]).toBe(`\r\u001B[2K导入  [${'█'.repeat(12)}${'░'.repeat(12)}]  50 %  1 / 2  3.0 秒`);
  expect(written[2]).toBe('\r\u001B[2K导入  3.0 秒\n');
});

test('where the screen is a file, a slow stage writes a line now and then', async () => {
  const { screen, written, pass } = screenOf(false);
  await stage(
    '导入',
    async (report) => Array.from({ length: 120 }, (_, i) => (report(i + 1, 120), pass(100))),
    screen,
  );
  // 12 s in steps of 0.1 s: a line at 5 s and one at 10 s, and the end
  expect(written.map((line) => /([\d.]+ 秒)\n$/.exec(line)?.[1])).toEqual(['5.0 秒', '10.0 秒', '12.0 秒']);
});

test('a stage that fails says so and fails', async () => {
  const { screen, written } = screenOf(false);
  await expect(stage('迁移', () => Promise.reject(new Error('x')), screen)).rejects.toThrow('x');
  expect(written).toEqual(['迁移  未完成（0 毫秒）\n']);
});
