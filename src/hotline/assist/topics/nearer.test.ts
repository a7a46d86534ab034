import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placed, type Evidence } from './nearer.ts';

const CITY = '城乡建设/城市建设和市政管理';
const paths = new Set([
  '城乡建设',
  CITY,
  `${CITY}/城市公共设施`,
  `${CITY}/环境卫生`,
  '城乡建设/住房保障与房地产',
  '城乡建设/住房保障与房地产/物业服务',
  '环境保护',
  '环境保护/环境污染',
  '环境保护/环境污染/固体污染',
]);
const byWord = new Map([
  ['路灯', [`${CITY}/城市公共设施`]],
  ['垃圾', [`${CITY}/环境卫生`]],
  ['建筑垃圾', ['环境保护/环境污染/固体污染']],
  ['电梯', ['城乡建设/住房保障与房地产/物业服务']],
]);
const evidence: Evidence = { paths, byWord, alike: [] };
const at = (text: string, more: Partial<Evidence> = {}) => placed('城乡建设', text, { ...evidence, ...more });

test('one word of one topic is enough for the leaf where the text begins with it: 2 ÷ 3', () => {
  expect(at('村口的路灯坏了一个星期')).toEqual({
    path: `${CITY}/城市公共设施`,
    share: 2 / 3,
    words: ['路灯'],
    others: [],
  });
});

test('two topics of one parent: the parent, 4 ÷ 5, and both are offered next', () => {
  const found = at('路灯坏了，垃圾也没人收');
  expect([found.path, found.share]).toEqual([CITY, 0.8]);
  expect(found.others).toEqual([
    { path: `${CITY}/城市公共设施`, share: 0.4, words: ['路灯'] },
    { path: `${CITY}/环境卫生`, share: 0.4, words: ['垃圾'] },
  ]);
});

test('what is said in passing, after the title, is half as much: 1 ÷ 2 is only offered, two words of one topic are 2 ÷ 3', () => {
  expect(at('请管一管\n我住在那里，门口有路灯')).toMatchObject({
    path: '城乡建设',
    others: [{ path: `${CITY}/城市公共设施`, share: 0.5 }],
  });
  const lid = new Map([...byWord, ['井盖', [`${CITY}/城市公共设施`]]]);
  expect(at('请管一管\n路灯不亮，井盖也没有', { byWord: lid })).toMatchObject({
    path: `${CITY}/城市公共设施`,
    share: 2 / 3,
    words: ['井盖', '路灯'],
  });
  // Without a title the first 24 characters are the opening.
  expect(at(`${'请'.repeat(24)}路灯`)).toMatchObject({ path: '城乡建设' });
});

test('topics of two parents leave the domain, and nothing said leaves it alone', () => {
  expect(at('路灯坏了，电梯也坏了')).toMatchObject({
    path: '城乡建设',
    others: [{ share: 0.4 }, { share: 0.4 }],
  });
  expect(at('没有人管')).toEqual({ path: '城乡建设', share: 1, words: [], others: [] });
});

test('a word within a longer one is not said, and what lies in another domain does not count', () => {
  expect(at('路边倒了建筑垃圾')).toEqual({ path: '城乡建设', share: 1, words: [], others: [] });
});

test('a topic is called by its own name too', () => {
  expect(at('对物业服务不满')).toMatchObject({
    path: '城乡建设/住房保障与房地产/物业服务',
    words: ['物业服务'],
  });
});

test('orders that say the same speak: 4 × 0.5 is as much as a word; 路灯 beside them 2 + 2 of 5', () => {
  const alike = [{ topic: `${CITY}/城市公共设施`, likeness: 0.5 }];
  expect(at('它又不亮了', { alike })).toMatchObject({
    path: `${CITY}/城市公共设施`,
    share: 2 / 3,
    words: [],
  });
  expect(at('路灯不亮', { alike })).toMatchObject({ share: 0.8, words: ['路灯'] });
  // 0.2 makes 0.8 ÷ 1.8: too little, so it is only offered.
  const faint = at('它又不亮了', { alike: [{ topic: `${CITY}/城市公共设施`, likeness: 0.2 }] });
  expect(faint).toMatchObject({ path: '城乡建设', others: [{ path: `${CITY}/城市公共设施` }] });
});

test('whatever is said, the topic lies in the domain, is one of the taxonomy, and no share passes 1', () => {
  const word = fc.constantFrom('路灯', '垃圾', '建筑垃圾', '电梯', '物业服务', '坏了');
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const { path, share, others } = at(words.join('，'));
      expect(paths.has(path) && path.startsWith('城乡建设')).toBe(true);
      for (const each of [share, ...others.map((other) => other.share)]) expect(each).toBeLessThanOrEqual(1);
    }),
  );
});
