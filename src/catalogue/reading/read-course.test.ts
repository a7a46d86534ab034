import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MARKS } from '../elements/course-schema.ts';
import { courseText } from '../elements/course-text.ts';
import type { Commitment, Condition, Situation, Step, Survey } from '../elements/course-kinds.ts';
import { readCourse } from './read-course.ts';

const words = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => text.trim() === text && text !== '' && !new RegExp(`[${MARKS}：\\s]`, 'u').test(text));
const list = fc.array(words, { minLength: 1, maxLength: 3 });
const condition: fc.Arbitrary<Condition> = fc.record({ question: words, oneOf: list });
const situation: fc.Arbitrary<Situation> = fc.record(
  {
    question: words.filter((text) => !/^[[{]/.test(text)),
    choices: fc.array(words, { minLength: 2, maxLength: 4 }),
    when: fc.array(condition, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['question', 'choices'] },
);
const step: fc.Arbitrary<Step> = fc.record(
  {
    stage: fc.integer({ min: 1, max: 20 }),
    department: words,
    task: words,
    days: fc.option(fc.integer({ min: 0, max: 365 })),
    isFirstReview: fc.constant(true),
  },
  { requiredKeys: ['stage', 'department', 'task', 'days'] },
);
const survey: fc.Arbitrary<Survey> = fc.record({
  department: words.filter((text) => !/^[[{]/.test(text)),
  conditions: list,
});
const commitment: fc.Arbitrary<Commitment> = fc.record({
  text: fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => `我承诺${lines.join('\n')}`),
  exclusions: list,
  replaces: list,
  checkWithin: fc.option(fc.integer({ min: 1, max: 365 })),
});
const several = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 });

test.each([
  ['situations', several(situation)],
  ['steps', several(step)],
  ['surveys', several(survey)],
  ['commitment', commitment],
] as const)('%s written as text for a table are read back as they were', (kind, arbitrary) => {
  fc.assert(
    fc.property(arbitrary as fc.Arbitrary<unknown>, (value) => {
      expect(readCourse(kind, courseText(kind, value), '配置')).toEqual({ value });
      expect(readCourse(kind, JSON.stringify(value), '配置')).toEqual({ value });
    }),
  );
});

test('a clerk writes situations as lines, a later one with what it hangs on', () => {
  expect(
    readCourse('situations', '谁来办：本人｜代办人\n代办人是谁：亲属 ｜ 其他人〔谁来办＝代办人〕', '情形'),
  ).toEqual({
    value: [
      { question: '谁来办', choices: ['本人', '代办人'] },
      {
        question: '代办人是谁',
        choices: ['亲属', '其他人'],
        when: [{ question: '谁来办', oneOf: ['代办人'] }],
      },
    ],
  });
});

test('two departments of one stage and one after them, the last without its own limit', () => {
  const told =
    '1 区水利局：审查水资源论证〔5日〕\n1. 区自然资源局：核对用地〔3日〕\n2 区行政审批服务局：决定';
  expect(readCourse('steps', told, '环节')).toEqual({
    value: [
      { stage: 1, department: '区水利局', task: '审查水资源论证', days: 5 },
      { stage: 1, department: '区自然资源局', task: '核对用地', days: 3 },
      { stage: 2, department: '区行政审批服务局', task: '决定', days: null },
    ],
  });
});

test.each([
  ['situations', '随便问问'],
  ['situations', '只有一个选项：是'],
  ['situations', [{ question: '谁来办' }]],
  ['steps', '区水利局：审查'],
  ['surveys', { department: '区水利局' }],
  ['commitment', '免交：身份证'],
  ['commitment', '{"text":'],
] as const)('%s: %j is told with an example instead of being guessed', (kind, told) => {
  expect(readCourse(kind, told, '配置')).toEqual({ fault: expect.stringContaining('应如') as string });
});

test.each([null, undefined, '', '  \n'])('%j says nothing', (told) => {
  expect(readCourse('steps', told, '环节')).toBeUndefined();
});
