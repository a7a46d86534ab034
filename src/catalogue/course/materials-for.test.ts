import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Condition, Situation } from '../elements/course-kinds.ts';
import type { Elements } from '../elements/elements.ts';
import { bareMaterial, type Material } from '../elements/kinds.ts';
import { interview, type Answers } from './answers.ts';
import { materialsFor } from './materials-for.ts';

const material = (name: string, more: Partial<Material> = {}): Material => ({
  ...bareMaterial(name),
  kind: 'original',
  copies: 1,
  ...more,
});

const LICENCE = '000104001000';
/** 食品经营许可, shortened: who comes, and if somebody else, whether a relative. */
const item: Elements = {
  name: '食品经营许可',
  situations: [
    { question: '谁来办', choices: ['本人', '代办人'] },
    {
      question: '代办人是谁',
      choices: ['亲属', '其他人'],
      when: [{ question: '谁来办', oneOf: ['代办人'] }],
    },
  ],
  materials: [
    material('申请表'),
    material('营业执照', { outputOf: LICENCE }),
    material('授权委托书', { when: [{ question: '谁来办', oneOf: ['代办人'] }] }),
    material('亲属关系证明', { when: [{ question: '代办人是谁', oneOf: ['亲属'] }], mayFollow: true }),
    material('布局图', { mayFollow: true }),
  ],
  commitment: { text: '经营场所符合条件', exclusions: [], replaces: ['布局图'], checkWithin: 20 },
};
const standings = (answers: Answers, held = {}) =>
  materialsFor(item, answers, held).map(({ material: { name }, standing, leftOut }) => [
    name,
    leftOut ?? standing,
  ]);

test('before any answer what hangs on one is shown with what it hangs on', () => {
  expect(standings({})).toEqual([
    ['申请表', 'asked'],
    ['营业执照', 'asked'],
    ['授权委托书', 'depends'],
    ['亲属关系证明', 'depends'],
    ['布局图', 'asked'],
  ]);
  expect(materialsFor(item, {}).map(({ because }) => because)[2]).toBe('看情形：谁来办＝代办人');
});

test('the owner brings neither mandate nor proof of kinship, and is not asked who the agent is', () => {
  expect(interview(item, { 谁来办: '本人' }).asked.map(({ question }) => question)).toEqual(['谁来办']);
  expect(standings({ 谁来办: '本人' })).toEqual([
    ['申请表', 'asked'],
    ['营业执照', 'asked'],
    ['授权委托书', 'situation'],
    ['亲属关系证明', 'situation'],
    ['布局图', 'asked'],
  ]);
});

test('an answer to a question that is not asked counts nothing, nor does one that is no choice', () => {
  expect(standings({ 谁来办: '本人', 代办人是谁: '亲属' })).toEqual(standings({ 谁来办: '本人' }));
  expect(standings({ 谁来办: '邻居' })).toEqual(standings({}));
  expect(interview(item, JSON.parse('{"__proto__":"本人"}') as Answers).answers).toEqual({});
});

test('a relative as agent brings both, one main and one that may follow', () => {
  const found = materialsFor(item, { 谁来办: '代办人', 代办人是谁: '亲属' });
  expect(found.filter(({ standing }) => standing === 'asked')).toHaveLength(5);
  expect(found.map(({ rank }) => rank)).toEqual(['main', 'main', 'main', 'secondary', 'secondary']);
});

test('the result of another item is not asked of who holds it, nor where it is being made', () => {
  expect(standings({}, { results: [LICENCE] })[1]).toEqual(['营业执照', 'result-held']);
  expect(standings({}, { underway: [LICENCE] })[1]).toEqual(['营业执照', 'result-underway']);
  expect(standings({}, { underway: ['000104002000'] })[1]).toEqual(['营业执照', 'asked']);
  const [, reason] = materialsFor(item, {}, { underway: [LICENCE] });
  expect(reason!.because).toMatch(/^不用交：/);
});

test('a commitment takes the place of what it replaces, and of nothing else', () => {
  expect(standings({}, { hasCommitted: true })[4]).toEqual(['布局图', 'committed']);
  expect(standings({}, { hasCommitted: true })[0]).toEqual(['申请表', 'asked']);
});

test('a paper handed in before is known by its name, whatever brackets and width it was written with', () => {
  const two: Elements = { materials: [material('身份证（复印件）'), material('户口簿')] };
  expect(materialsFor(two, {}, { materials: ['身份证(复印件)'] }).map(({ leftOut }) => leftOut)).toEqual([
    'held',
    null,
  ]);
});

test('a condition on a question the item does not have asks for too much rather than too little', () => {
  const odd: Elements = {
    materials: [material('甲', { when: [{ question: '没有这一问', oneOf: ['是'] }] })],
  };
  expect(materialsFor(odd, {})[0]!.standing).toBe('asked');
});

const QUESTIONS = ['问一', '问二', '问三', '问四'] as const;
const CHOICES = ['甲', '乙', '丙'] as const;
const condition: fc.Arbitrary<Condition> = fc.record({
  question: fc.constantFrom(...QUESTIONS),
  oneOf: fc.uniqueArray(fc.constantFrom(...CHOICES), { minLength: 1 }),
});
const conditions = fc.array(condition, { maxLength: 3 });
const anyItem: fc.Arbitrary<Elements> = fc.record({
  situations: fc.uniqueArray(
    fc.record({
      question: fc.constantFrom(...QUESTIONS),
      choices: fc.constant([...CHOICES]),
      when: conditions,
    }),
    { selector: ({ question }) => question },
  ) as fc.Arbitrary<Situation[]>,
  materials: fc.array(
    fc
      .record({
        name: fc.constantFrom('子', '丑', '寅', '卯'),
        when: conditions,
        mayFollow: fc.boolean(),
        outputOf: fc.option(fc.constantFrom('A', 'B')),
      })
      .map(({ name, ...more }) => material(name, more)),
    { maxLength: 6 },
  ),
});
const answers = fc.dictionary(fc.constantFrom(...QUESTIONS), fc.constantFrom(...CHOICES, '丁'));
const held = fc.record({
  results: fc.subarray(['A', 'B']),
  underway: fc.subarray(['A', 'B']),
  materials: fc.subarray(['子', '丑']),
});

test('every material stands in the list once and in its order, asked for or with a reason', () => {
  fc.assert(
    fc.property(anyItem, answers, held, (elements, told, have) => {
      const found = materialsFor(elements, told, have);
      expect(found.map((each) => each.material)).toEqual(elements.materials);
      for (const { standing, because, leftOut } of found) {
        expect(because === null).toBe(standing === 'asked');
        expect(leftOut !== null).toBe(standing === 'left-out');
      }
    }),
  );
});

test('with every asked question answered nothing hangs on an answer any more', () => {
  fc.assert(
    fc.property(anyItem, answers, (elements, told) => {
      fc.pre(interview(elements, told).open.length === 0);
      expect(materialsFor(elements, told).some(({ standing }) => standing === 'depends')).toBe(false);
    }),
  );
});

test('who holds more is never asked for more', () => {
  fc.assert(
    fc.property(anyItem, answers, held, (elements, told, have) => {
      const without = materialsFor(elements, told);
      materialsFor(elements, told, have).forEach(({ standing }, at) => {
        if (standing === 'asked') expect(without[at]!.standing).toBe('asked');
      });
    }),
  );
});

test('a further answer settles what was open and never unsettles what was settled', () => {
  fc.assert(
    fc.property(anyItem, answers, fc.constantFrom(...CHOICES), (elements, told, choice) => {
      const [next] = interview(elements, told).open;
      fc.pre(next !== undefined);
      const after = materialsFor(elements, { ...told, [next!.question]: choice });
      materialsFor(elements, told).forEach(({ standing }, at) => {
        if (standing !== 'depends') expect(after[at]!.standing).toBe(standing);
      });
    }),
  );
});
