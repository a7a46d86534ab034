import { afterAll, expect, test } from 'vitest';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { dismissChildren } from './child-pool.ts';
import { readInChild } from './read-in-child.ts';
import { runInChild } from './run-in-child.ts';
import { docxOf, paragraph } from './testing/office.ts';

afterAll(dismissChildren);

const module = import.meta.resolve('./testing/jobs.ts');
const small = { milliseconds: 3000, megabytes: 160 };
const run = (name: string, limits = small): Promise<unknown> =>
  runInChild({ module, export: name }, { name: 'a.docx', amount: 21 }, limits);

async function sentence(work: Promise<unknown>): Promise<string> {
  const fault: unknown = await work.catch((reason: unknown) => reason);
  if (!(fault instanceof Refusal)) return `not refused: ${String(fault)}`;
  return refusalText(fault).message;
}

test('a document is read in a child as it is read here', async () => {
  const { lines } = await readInChild(docxOf(paragraph('年度报告')), { name: 'a.docx' });
  expect(lines).toEqual([{ number: 1, text: '年度报告' }]);
});

test('a refusal of the child is a refusal of the parent', async () => {
  expect(await sentence(readInChild(new Uint8Array([0xff, 0xd8, 0xff]), { name: '照片.jpg' }))).toBe(
    '无法识别文件「照片.jpg」的格式',
  );
});

test('a job gives its result, many at once', async () => {
  expect(await Promise.all(Array.from({ length: 8 }, () => run('double')))).toEqual(Array(8).fill(42));
});

test('an endless job is ended', async () => {
  expect(await sentence(run('forever', { ...small, milliseconds: 300 }))).toBe(
    '文件「a.docx」无法读取：处理超过 0.3 秒',
  );
});

test.each(['fillHeap', 'fillBuffers'])('%s: a job that takes too much memory is ended', async (name) => {
  expect(await sentence(run(name, { milliseconds: 20_000, megabytes: 160 }))).toBe(
    '文件「a.docx」无法读取：所需内存超过 160 MB',
  );
});

test('a bug becomes a sentence without a stack trace; the log has the cause', async () => {
  const fault = await run('bug').catch((reason: unknown) => reason as Refusal);
  expect(refusalText(fault as Refusal).message).toBe('文件「a.docx」无法读取：内容结构有误');
  expect(String((fault as Refusal).cause)).toContain('x is not a function');
});

test('a child that leaves is noticed, and the next job gets another', async () => {
  expect(await sentence(run('leave'))).toBe('文件「a.docx」无法读取：读取程序意外中止');
  expect(await run('double')).toBe(42);
});

test('a document cannot write files, nor see the environment', async () => {
  const fault = await run('writeFile').catch((reason: unknown) => reason as Refusal);
  expect(String((fault as Refusal).cause)).toContain('Use --allow-fs-write');
  process.env['A_SECRET'] = 'x';
  expect(await run('secrets')).not.toContain('A_SECRET');
});
