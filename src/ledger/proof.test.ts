import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leafOf, rootOf } from './merkle.ts';
import { pathOf, rootAlong } from './proof.ts';

const texts = fc.array(fc.string(), { minLength: 1, maxLength: 40 });

test('every entry of a block leads to its root, and no other entry does', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.string(), (all, n, other) => {
      const leaves = Buffer.concat(all.map(leafOf));
      const index = n % all.length;
      const place = { index, count: all.length };
      const path = pathOf(leaves, index);
      expect(rootAlong(leafOf(all[index]!), place, path)?.toString('hex')).toBe(rootOf(leaves));
      if (other !== all[index])
        expect(rootAlong(leafOf(other), place, path)?.toString('hex')).not.toBe(rootOf(leaves));
      expect(rootAlong(leafOf(all[index]!), place, [...path, '00'])).toBeUndefined();
    }),
  );
});
