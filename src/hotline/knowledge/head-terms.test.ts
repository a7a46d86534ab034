import { expect, test } from 'vitest';
import { pairsOf } from '#lib/bigrams.ts';
import { headCovered, termsOf } from './head-terms.ts';

test.each([
  ['路灯不亮向谁报修', ['路灯']],
  ['公积金可以提取吗', ['公积金', '提取']],
  ['电梯故障怎样处理', ['电梯', '故障']],
  ['怎样投诉', ['怎样', '投诉']],
])('%s is about %j', (head, terms) => expect(termsOf(head)).toEqual(expect.arrayContaining(terms)));

test('a word counts as much in a long sentence as alone, and half of what an entry is about is a half', () => {
  const even = () => 1;
  const alone = new Set(pairsOf('电梯'));
  const sentence = new Set(pairsOf('我住三号楼，昨天晚上回家电梯又停在五楼不动了，老人小孩都上不去。'));
  expect(headCovered('电梯故障怎样处理', alone, even)).toBe(0.5);
  expect(headCovered('电梯故障怎样处理', sentence, even)).toBe(0.5);
  expect(headCovered('电梯故障怎样处理', new Set(pairsOf('怎样处理')), even)).toBe(0);
});
