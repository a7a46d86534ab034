import { expect, test } from 'vitest';
import { filesBeside, filesOfPaper } from './papers.ts';

test('a file stands beside the paper that names it, or under whose name it lies; what is no paper’s stands apart', () => {
  const files = [
    { id: '1', name: '材料.pdf' },
    { id: '2', name: '场地 使用协议 1.jpg' },
    { id: '3', name: '场地.pdf' },
    { id: '4', name: null },
  ];
  const [idCard, lease] = [
    { name: '身份证', document: '1' },
    { name: '场地/使用协议', document: null },
  ];
  expect(filesOfPaper(idCard, files).map(({ id }) => id)).toEqual(['1']);
  expect(filesOfPaper(lease, files).map(({ id }) => id)).toEqual(['2']);
  expect(filesBeside([idCard, lease], files).map(({ id }) => id)).toEqual(['3', '4']);
});
