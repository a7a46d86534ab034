import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { counterparts } from './counterparts.ts';

const pair = (own: readonly string[], above: readonly string[]): readonly string[] =>
  counterparts(own, above, (each) => each);

const LAWYER = '专职律师执业证书核发';
const above = [`${LAWYER}（注销后重新申请）`, `${LAWYER}（申请专职执业）`, `${LAWYER}（国资所聘用人员）`];

test('the same name finds the same name, wherever it stands', () => {
  expect(pair([above[2]!, above[1]!], above)).toEqual([above[2], above[1]]);
});
test('what has no namesake is held against the nearest that nobody else has', () => {
  expect(pair([`${LAWYER}（申请专职）`, above[1]!], above)).toEqual([above[0], above[1]]);
  expect(pair([`${LAWYER}（国资所人员）`], above)).toEqual([above[2]]);
});
test('more here than above: the rest is held against the nearest, though it is taken', () => {
  const own = [above[1]!, `${LAWYER}（申请专职执业，变更）`, above[0]!, above[2]!];
  expect(pair(own, above)).toEqual([above[1], above[1], above[0], above[2]]);
});
test('one above serves all', () => {
  expect(pair(['取水许可', '取水许可（变更）'], ['取水许可'])).toEqual(['取水许可', '取水许可']);
});

const words = fc.array(fc.stringMatching(/^[甲乙丙丁]{1,4}$/), { minLength: 1, maxLength: 8 });
test('whoever has a namesake above is given it, and no item above serves two while another serves none', () => {
  fc.assert(
    fc.property(
      words,
      words.map((all) => [...new Set(all)]),
      (own, theirs) => {
        const found = pair(own, theirs);
        const firsts = own.map((name, i) => own.indexOf(name) === i && theirs.includes(name));
        for (const [i, isFirst] of firsts.entries()) if (isFirst) expect(found[i]).toBe(own[i]);
        expect(new Set(found).size).toBe(Math.min(own.length, theirs.length));
      },
    ),
  );
});
