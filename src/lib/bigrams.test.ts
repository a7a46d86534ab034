import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyQuery, pairsOf, phraseQuery, searchVector, tokensOf } from './bigrams.ts';

test('every pair and the last character alone, with their places; a comma leaves one free', () => {
  expect(tokensOf('路灯坏了，A1').map(({ word, at }) => `${word}@${at}`)).toEqual([
    '路灯@1',
    '灯坏@2',
    '坏了@3',
    '了@4',
    'a1@6',
    '1@7',
  ]);
});

test('full-width letters and rare characters are letters like any other', () => {
  expect(tokensOf('ＷｉＦｉ').map(({ word }) => word)).toEqual(['wi', 'if', 'fi', 'i']);
  expect(tokensOf('𠮷野家').map(({ word }) => word)).toEqual(['𠮷野', '野家', '家']);
});

test('what two texts can share: different pairs, no single characters', () => {
  expect(pairsOf('路灯，路灯，亮')).toEqual(['路灯']);
});

test('a vector and the queries that find in it', () => {
  expect(searchVector('路灯，路灯')).toBe("'路灯':1,4 '灯':2,5");
  expect(phraseQuery('三天 灯')).toBe("('三天') & '灯':*");
  expect(phraseQuery('路灯坏')).toBe("('路灯' <-> '灯坏')");
  expect(phraseQuery('，。！')).toBeNull();
  expect(anyQuery(['路灯', '不亮'])).toBe("'路灯' | '不亮'");
  expect(anyQuery([])).toBeNull();
});

test('whatever is written, a token is letters and digits, at most two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { word } of tokensOf(text)) expect(word).toMatch(/^[\p{L}\p{N}]{1,2}$/u);
    }),
  );
});
