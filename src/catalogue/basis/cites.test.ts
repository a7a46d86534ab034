import { expect, test } from 'vitest';
import { citedIn, findCited, numberOf } from './cites.ts';

test.each([
  ['三', 3],
  ['十', 10],
  ['十二', 12],
  ['三十二', 32],
  ['一百零五', 105],
  ['一百一十', 110],
  ['32', 32],
])('%s is %i', (text, n) => {
  expect(numberOf(text)).toBe(n);
});

const law = (article: string | null = null) => ({ title: '水法', article });
test.each([
  ['《中华人民共和国水法》第七条', null, true],
  ['《水法（2016年修正）》第七条', null, true],
  ['《水法实施细则》第七条', null, false],
  ['水法第七条', null, false], // without its marks it is no citation
  ['《水法》第七条', '第七条', true],
  ['《水法》第7条', '第七条', true],
  ['《水法》第七条', '第四十八条', false],
  ['《水法》第四十七条', '第七条', false],
  ['《水法》第三条、第七条', '第七条', true],
  ['《水法》第三、七条', '第七条', true],
  ['《水法》第六条至第八条', '第七条', true],
  ['《水法》第六至八条', '第七条', true],
  ['《水法》', '第七条', true], // the whole law, so this article too
  ['《水法》第三条；《防洪法》第七条', '第七条', false],
  ['《水法》第七条之一', '第七条', false],
  ['《水法》第七条之一', '第七条之一', true],
])('%s cites 水法 %s: %s', (text, article, is) => {
  expect(citedIn(text, law(article)) !== undefined).toBe(is);
});

test('a citation is found in the ground of the item, of its fee and of a material', () => {
  const basis = '《水法》第四十八条　直接取用水资源的单位，应当申领取水许可证。';
  expect(findCited({ basis }, law('第四十八条'))).toBe(basis);
  expect(findCited({ feeBasis: basis }, law())).toBe(basis);
  expect(findCited({ materials: [{ name: '报告', basis } as never] }, law())).toBe(basis);
  expect(findCited({ conditions: basis }, law())).toBeUndefined();
});
