import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Elements } from '../elements/elements.ts';
import { compareCatalogues, differencesOf, folded, shownValue } from './compare.ts';

const above: Elements = {
  name: '取水许可',
  basicCode: '000119001000',
  type: 'licence',
  basis: '《取水许可和水资源费征收管理条例》（国务院令第460号）第二条',
};

test('width, spaces and marks are no difference of wording', () => {
  const own = { ...above, basis: '《取水许可和水资源费征收管理条例》 (国务院令第４６０号) 第二条' };
  expect(differencesOf(own, above)).toEqual([]);
});

test('a number of another article is a difference, and both wordings stand beside each other', () => {
  const own = { ...above, basis: above.basis!.replace('第二条', '第三条') };
  expect(differencesOf(own, above)).toEqual([
    { field: 'basis', title: '设定依据', own: own.basis, theirs: above.basis },
  ]);
});

test('what only one of them says is a difference; what neither says is none', () => {
  const { basis: _, ...without } = above;
  expect(differencesOf(without, above).map(({ field, own }) => [field, own])).toEqual([['basis', null]]);
  expect(differencesOf(without, without)).toEqual([]);
});

test('a wider set of fields compares limits and choices as they are shown', () => {
  const own: Elements = { ...above, promisedLimit: { days: 20, unit: 'working' }, kind: 'promised' };
  const theirs: Elements = { ...above, promisedLimit: { days: 20, unit: 'natural' }, kind: 'promised' };
  expect(differencesOf(own, theirs, ['name', 'promisedLimit', 'kind'])).toEqual([
    { field: 'promisedLimit', title: '承诺办结时限', own: '20 工作日', theirs: '20 自然日' },
  ]);
  expect(shownValue(own, 'type')).toBe('行政许可');
});

test('catalogues are paired by basic code; what one of them alone has is listed, not counted', () => {
  const own = [
    { id: 'a', elements: above },
    { id: 'a2', elements: { ...above, name: '取水许可（变更）' } },
    { id: 'b', elements: { name: '本地事项', basicCode: '430199001000' } },
    { id: 'c', elements: { name: '无编码' } },
  ];
  const theirs = [
    { id: 'A', elements: above },
    { id: 'D', elements: { ...above, basicCode: '000119002000', name: '河道采砂许可' } },
  ];
  const found = compareCatalogues(own, theirs);
  expect(found.agreement).toEqual({ same: 1, compared: 2 });
  expect(found.pairs.map(({ own: each, differences }) => [each.id, differences.length])).toEqual([
    ['a', 0],
    ['a2', 1],
  ]);
  expect(found.onlyOwn.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(found.onlyTheirs.map(({ id }) => id)).toEqual(['D']);
});

test('every own item is either paired or alone, and a catalogue agrees with itself', () => {
  const item = fc.record({
    elements: fc.record(
      { name: fc.string(), basicCode: fc.constantFrom('000119001000', '000119002000', '', ' ') },
      { requiredKeys: [] },
    ),
  });
  fc.assert(
    fc.property(fc.array(item), fc.array(item), (own, theirs) => {
      const { pairs, onlyOwn } = compareCatalogues(own, theirs);
      expect(pairs.length + onlyOwn.length).toBe(own.length);
      const first = own.filter((each) => (each.elements.basicCode ?? '').trim() !== '').slice(0, 1);
      const alone = compareCatalogues(first, first).agreement;
      expect(alone.same).toBe(alone.compared);
    }),
  );
});

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => folded(folded(text)) === folded(text)));
});
