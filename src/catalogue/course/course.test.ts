import { expect, test } from 'vitest';
import type { Elements } from '../elements/elements.ts';
import { bareMaterial, type Material } from '../elements/kinds.ts';
import { missingOf } from '../elements/fill.ts';
import { lintItem } from '../lint/lint.ts';
import { courseOf } from './course.ts';

const material = (name: string, more: Partial<Material> = {}): Material => ({
  ...bareMaterial(name),
  ...more,
});

const base: Elements = { name: '取水许可', type: 'licence', body: '区水利局', level: '4', kind: 'promised' };

test.each([
  ['a promised item of the county', {}, true],
  ['an instant item', { kind: 'instant' }, false],
  [
    'an item whose kind is not said, done at once',
    { kind: undefined, promisedLimit: { days: 0, unit: 'working' } },
    false,
  ],
  [
    'an item whose kind is not said, with days',
    { kind: undefined, promisedLimit: { days: 5, unit: 'working' } },
    true,
  ],
  ['a promised item of a village', { level: '6' }, false],
  ['an instant item that says so itself', { kind: 'instant', isSeparated: true }, true],
  ['a promised item that says not', { isSeparated: false }, false],
] as const)('separation of %s', (_, more, isSeparated) => {
  expect(courseOf({ ...base, ...more } as Elements).isSeparated).toBe(isSeparated);
});

test('the Licensing Law holds for licences and for what says so', () => {
  expect(courseOf(base).isLicence).toBe(true);
  expect(courseOf({ ...base, type: 'confirmation' }).isLicence).toBe(false);
  expect(courseOf({ ...base, type: 'confirmation', isLicence: true }).isLicence).toBe(true);
});

test('without steps the body decides alone; with them, those of one stage stand side by side in order of stages', () => {
  expect(courseOf(base).stages).toEqual([
    [{ stage: 1, department: '区水利局', task: '审查决定', days: null }],
  ]);
  const steps = [
    { stage: 2, department: '区水利局', task: '决定', days: 1 },
    { stage: 1, department: '区水利局', task: '初审', days: 2 },
    { stage: 1, department: '区生态环境分局', task: '意见', days: 3 },
  ];
  expect(courseOf({ ...base, steps }).stages.map((stage) => stage.map(({ task }) => task))).toEqual([
    ['初审', '意见'],
    ['决定'],
  ]);
  // 行政许可法 43: whatever number it has, a lower body’s first review goes before what the higher body does.
  const reviewed = [
    ...steps,
    { stage: 2, department: '镇政府', task: '下级初审', days: null, isFirstReview: true },
  ];
  expect(courseOf({ ...base, steps: reviewed }).stages.map((stage) => stage.map(({ task }) => task))).toEqual(
    [['下级初审'], ['初审', '意见'], ['决定']],
  );
});

test('what may follow is what is marked so, and 容缺后补 by its need', () => {
  const materials = [
    material('申请表'),
    material('照片', { mayFollow: true }),
    material('证明', { need: 'held' }),
  ];
  expect(courseOf({ ...base, materials })).toMatchObject({
    mayFollow: ['照片', '证明'],
    toleranceDays: null,
  });
});

test('no element of the course is mandatory', () => {
  const all: Elements = {};
  expect(missingOf(all)).not.toEqual(expect.arrayContaining(['situations']));
  for (const key of [
    'situations',
    'isSeparated',
    'isLicence',
    'steps',
    'surveys',
    'commitment',
    'toleranceDays',
    'renewalAhead',
    'isOfSafety',
  ] as const)
    expect(missingOf(all)).not.toContain(key);
});

test('what cannot work is a fault that keeps the item from being published', () => {
  const item: Elements = {
    ...base,
    basicCode: '000119001000',
    situations: [
      { question: '谁来办', choices: ['本人', '代办人'] },
      { question: '谁来办', choices: ['是', '是'] },
      { question: '早了', choices: ['是', '否'], when: [{ question: '晚了', oneOf: ['是'] }] },
      { question: '晚了', choices: ['是', '否'] },
    ],
    materials: [
      material('委托书', { when: [{ question: '谁来办', oneOf: ['邻居'] }] }),
      material('取水许可证', { outputOf: '000119001000' }),
    ],
    commitment: { text: '承诺符合条件', exclusions: [], replaces: ['无此材料'], checkWithin: 30 },
  };
  const found = lintItem(item, {}).filter(({ rule }) => rule === 'course');
  expect(found.map(({ severity }) => severity)).toEqual(found.map(() => 'fault'));
  expect(found.map(({ message }) => message)).toEqual([
    '问题“谁来办”问了不止一次',
    '问题“谁来办”的选项有重复',
    '问题“早了”：“晚了”不在此前的问题里',
    '材料“委托书”的适用情形：“谁来办”没有“邻居”这个选项',
    '材料“取水许可证”是本事项自己的办理结果，不能先交',
    '告知承诺免交的“无此材料”不在申请材料里',
  ]);
});
