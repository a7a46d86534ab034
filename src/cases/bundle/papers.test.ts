import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareMaterial, type Elements } from '#catalogue/index.ts';
import { bundlePapers, type ThemeEdition } from './papers.ts';

const edition = (number: string, elements: Elements): readonly [string, ThemeEdition] => [
  number,
  { number, name: `事项${number}`, elements: { basicCode: `B-${number}`, ...elements } },
];
const plain = { feeds: [], sameQuestions: [] };

test('a question asked in two wordings is one question, and its answer counts for both items', () => {
  const own = (question: string): Elements => ({
    situations: [{ question, choices: ['本人', '代办人'] }],
    materials: [{ ...bareMaterial('委托书'), when: [{ question, oneOf: ['代办人'] }] }],
  });
  const editions = new Map([edition('A', own('谁来办')), edition('B', own('由谁办理'))]);
  const theme = {
    items: [
      { code: 'A', stage: 1 },
      { code: 'B', stage: 1 },
    ],
    feeds: [],
    sameQuestions: [{ item: 'B', question: '由谁办理', as: '谁来办' }],
  };
  const { questions, parts } = bundlePapers(theme, editions, { 谁来办: '本人' });
  expect(questions).toEqual([
    { question: '谁来办', choices: ['本人', '代办人'], answer: '本人', items: ['事项A', '事项B'] },
  ]);
  expect(parts.map(({ papers }) => papers[0]!.state)).toEqual(['waived', 'waived']);
});

const CODES = ['A', 'B', 'C', 'D'] as const;
const materials = fc.array(
  fc.record({
    name: fc.constantFrom('子', '丑', '寅', '卯'),
    outputOf: fc.option(fc.constantFrom('B-A', 'B-B', 'B-C')),
  }),
  { maxLength: 5 },
);
const world = fc.tuple(
  fc.tuple(materials, materials, materials, materials),
  fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
  fc.subarray(['子', '丑']),
);

test('every paper stands in the list once; what lies with the office is never asked; who waits, waits for an earlier stage', () => {
  fc.assert(
    fc.property(world, ([lists, stages, held]) => {
      const editions = new Map(
        CODES.map((code, n) =>
          edition(code, {
            materials: lists[n]!.map(({ name, ...more }) => ({ ...bareMaterial(name), ...more })),
          }),
        ),
      );
      const items = CODES.map((code, n) => ({ code, stage: stages[n]! }));
      const { papers, parts } = bundlePapers({ ...plain, items }, editions, {}, { materials: held });
      const names = papers.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const { name, state } of papers) if (held.includes(name)) expect(state).toBe('waived');
      const stageOf = (code: string) => items.find((each) => each.code === code)!.stage;
      for (const { code, waitsFor } of parts)
        for (const each of waitsFor) {
          expect(stageOf(each.code)).toBeLessThan(stageOf(code));
          expect(held).not.toContain(each.paper);
        }
    }),
  );
});
