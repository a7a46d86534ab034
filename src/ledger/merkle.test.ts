import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafOf, rootOf, tree } from './merkle.ts';

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
/** The definition of RFC 6962, word for word. */
function defined(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha(Buffer.of(1), defined(leaves.slice(0, split)), defined(leaves.slice(split)));
}
const rootOfTexts = (texts: readonly string[]): string => rootOf(Buffer.concat(texts.map(leafOf)));
const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 70 });

test('the root is the one that RFC 6962 defines, for any number of entries', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 70 }), (all) => {
      expect(rootOfTexts(all)).toBe(
        defined(all.map((text) => sha(Buffer.of(0), Buffer.from(text)))).toString('hex'),
      );
    }),
  );
});

test('a changed, dropped, repeated or swapped entry changes the root', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (all, i, j) => {
      const at = i % all.length;
      const other = j % all.length;
      const root = rootOfTexts(all);
      expect(rootOfTexts(all.with(at, `${all[at]!}x`))).not.toBe(root);
      expect(rootOfTexts(all.toSpliced(at, 1))).not.toBe(root);
      expect(rootOfTexts(all.toSpliced(at, 0, all[at]!))).not.toBe(root);
      if (all[at] !== all[other])
        expect(rootOfTexts(all.with(at, all[other]!).with(other, all[at]!))).not.toBe(root);
    }),
  );
});

test('an inner node cannot be passed off as an entry', () => {
  const [a, b] = [leafOf('a'), leafOf('b')];
  const inner = Buffer.concat([a, b]).toString('latin1');
  expect(rootOfTexts(['a', 'b'])).not.toBe(leafOf(inner).toString('hex'));
});

test('the last entry is not doubled when their number is odd', () => {
  expect(rootOfTexts(['a', 'b', 'c'])).not.toBe(rootOfTexts(['a', 'b', 'c', 'c']));
});

test('a tree may be asked for its root on the way', () => {
  const growing = tree();
  growing.add(leafOf('a'));
  expect(growing.root()).toEqual(leafOf('a'));
  growing.add(leafOf('b'));
  growing.add(leafOf('c'));
  expect(growing.root()).toEqual(defined(['a', 'b', 'c'].map(leafOf)));
});
