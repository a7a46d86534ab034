import { array, assert, boolean, constantFrom, integer, option, property, record, string } from 'fast-check';
import { Check } from 'typebox/value';
import { expect, test } from 'vitest';
import type { ElementKey, Elements } from '../elements/elements.ts';
import { bareMaterial, type Material } from '../elements/kinds.ts';
import { MaterialSchema } from '../elements/schema.ts';
import { readValue } from '../reading/read-value.ts';
import { cellOf } from './cell.ts';

const material = (name: string, more: Partial<Material> = {}): Material => ({
  ...bareMaterial(name),
  ...more,
});
const again = (elements: Elements, key: ElementKey): unknown => readValue(key, cellOf(elements, key));

test('a material is a line a person reads and the program reads back', () => {
  const materials = [
    material('身份证'),
    material('申请表', { need: 'conditional', kind: 'original', copies: 2, specification: 'A4' }),
    material('委托书', {
      source: 'applicant',
      mayFollow: true,
      when: [{ question: '是否委托', oneOf: ['是', '部分'] }],
      outputOf: '000117051000',
    }),
  ];
  expect(cellOf({ materials }, 'materials')).toBe(
    '身份证\n申请表｜非必要｜原件｜2份｜规格：A4\n委托书｜来源：申请人自备｜可容缺｜情形：是否委托＝是／部分｜产出：000117051000',
  );
  expect(again({ materials }, 'materials')).toEqual({ value: materials });
});

test('where no words could say it, the cell holds JSON', () => {
  expect(cellOf({ process: ['受理、审查'] }, 'process')).toBe('["受理、审查"]');
  expect(again({ process: ['受理、审查'] }, 'process')).toEqual({ value: ['受理、审查'] });
});

test.each([
  [{ legalLimit: { days: 20, unit: 'natural' } }, 'legalLimit', '20自然日'],
  [{ legalLimit: { days: 0, unit: 'working' } }, 'legalLimit', '0个工作日'],
  [{ type: 'licence' }, 'type', '行政许可'],
  [{ hasFee: false }, 'hasFee', '否'],
  [{ audience: ['person', 'company'] }, 'audience', '自然人、企业法人'],
  [{ specialProcedures: [] }, 'specialProcedures', '无'],
  [{ materials: [] }, 'materials', '无'],
] as const)('%j stands in its cell as %3$s', (elements, key, text) => {
  expect(cellOf(elements as Elements, key)).toBe(text);
  expect(again(elements as Elements, key)).toEqual({ value: (elements as Elements)[key] });
});

const words = string({
  unit: constantFrom(...'受理审查｜／、；;，：＝〔〕“"[]{}\\\n 无-'),
  minLength: 1,
  maxLength: 12,
})
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/^(无|-+)$/.test(text));
test('whatever marks stand in its words, a list of lines comes back as it was', () => {
  assert(
    property(array(words, { maxLength: 4 }), (process) => {
      expect(again({ process }, 'process')).toEqual({ value: process });
    }),
  );
});
test('whatever is said of its materials, they come back as they were', () => {
  const plain = string({ unit: constantFrom(...'受理审查、 -'), minLength: 1, maxLength: 6 });
  const condition = record({ question: plain, oneOf: array(plain, { minLength: 1, maxLength: 2 }) });
  const each = record(
    {
      name: words,
      need: constantFrom('required', 'conditional', 'held'),
      kind: option(constantFrom('original', 'copy')),
      copies: option(integer({ min: 0, max: 99 })),
      specification: option(words),
      source: option(constantFrom('applicant', 'government')),
      basis: option(words),
      hint: option(words),
      standard: option(words),
      mayFollow: boolean(),
      when: array(condition, { minLength: 1, maxLength: 2 }),
      outputOf: constantFrom('000117051000', '430131023001'),
    },
    {
      requiredKeys: [
        'name',
        'need',
        'kind',
        'copies',
        'specification',
        'source',
        'basis',
        'hint',
        'standard',
        'mayFollow',
      ],
    },
  );
  assert(
    property(
      array(
        each.filter((one) => Check(MaterialSchema, one)),
        { maxLength: 3 },
      ),
      (materials) => {
        expect(again({ materials } as unknown as Elements, 'materials')).toEqual({ value: materials });
      },
    ),
  );
});
