import { expect, test } from 'vitest';
import { because } from './because.ts';
import { decodeModel, encodeModel } from './file.ts';
import { learnTopics } from './learn.ts';
import { rankTopics } from './model.ts';
import { separate } from './separate.ts';
import { dot } from './vector.ts';

const about: Readonly<Record<string, readonly string[]>> = {
  环境: ['河水发臭', '工厂排放黑烟', '夜里噪音很大', '垃圾没人清理', '空气有刺鼻气味'],
  教育: ['学校乱收费', '幼儿园不招生', '老师有偿补课', '学区划分不公', '校车没有座位'],
};
const letters = Object.entries(about).flatMap(([label, matters]) =>
  matters.flatMap((matter) =>
    ['请处理', '很久了', '希望解决', '大家都知道'].map((end) => ({
      label,
      text: `${matter}\n我家附近${matter}，${end}`,
    })),
  ),
);
const nothing = (): void => {};
const { model } = learnTopics(letters, nothing);

test('a model learned from letters ranks a new message, and its probabilities add up to one', () => {
  const ranked = rankTopics(model, '学校门口补课班乱收费');
  expect(ranked[0]!.label).toBe('教育');
  expect(ranked.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 12);
});
test('the grams that spoke are in the message, speak for the topic and do not repeat each other', () => {
  const spoke = because(model, '河水发臭，气味很大', '环境');
  expect(spoke.length).toBeGreaterThan(0);
  for (const { gram, by } of spoke) {
    expect('河水发臭，气味很大').toContain(gram);
    expect(by).toBeGreaterThan(0);
    expect(spoke.filter((other) => other.gram.includes(gram))).toHaveLength(1);
  }
});
test('the same letters give the same file, and the file the same answers', () => {
  const file = encodeModel(model);
  expect(Buffer.compare(file, encodeModel(learnTopics(letters, nothing).model))).toBe(0);
  const [first, again] = [rankTopics(model, '垃圾'), rankTopics(decodeModel(file), '垃圾')];
  expect(again.map(({ label }) => label)).toEqual(first.map(({ label }) => label));
  expect(again[0]!.p).toBeCloseTo(first[0]!.p, 3);
});
test('a file that is no model is refused', () => {
  expect(() => decodeModel(Buffer.from('PK'))).toThrow('hotline.unreadable-model');
});
test('two rows on two axes are separated at equal distance', () => {
  const rows = [0, 1].map((at) => ({ at: Int32Array.of(at), weight: Float64Array.of(1) }));
  const plane = separate(rows, [true, false], 2);
  expect(dot(plane, rows[0]!)).toBeGreaterThan(0);
  expect(dot(plane, rows[0]!)).toBeCloseTo(-dot(plane, rows[1]!), 1);
});
