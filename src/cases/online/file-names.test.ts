import { expect, test } from 'vitest';
import { namesByPaper } from './file-names.ts';

test('files that all came under one name lie with the case by their papers, each with its own ending', () => {
  const files = [
    { id: 'a', name: 'IMG_0001.JPG' },
    { id: 'b', name: '材料.pdf' },
    { id: 'c', name: '材料.pdf' },
    { id: 'd', name: '闲置.png' },
    { id: 'e', name: null },
  ];
  const drafted = [
    { paper: '身份证', attachment: 'a' },
    { paper: '场地/使用协议', attachment: 'b' },
    { paper: '身份证', attachment: 'c' },
    { paper: '身份证', attachment: 'e' },
    { paper: '图纸', attachment: 'gone' },
  ];
  expect([...namesByPaper(files, drafted)]).toEqual([
    ['a', '身份证 1.jpg'],
    ['b', '场地 使用协议 1.pdf'],
    ['c', '身份证 2.pdf'],
  ]);
});
