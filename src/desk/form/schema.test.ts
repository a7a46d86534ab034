import { expect, test } from 'vitest';
import { bodyOf } from './body.ts';
import { blank, choices, isEmpty, kindOf, type Schema } from './schema.ts';

const kinds: readonly (readonly [string, Schema, string])[] = [
  ['a short text', { type: 'string', maxLength: 200 }, 'line'],
  ['a long text', { type: 'string', maxLength: 2000 }, 'text'],
  ['a day', { type: 'string', format: 'date' }, 'day'],
  ['a reference', { type: 'string', format: 'uuid', ref: 'organisation' }, 'record'],
  ['a union of constants', { anyOf: [{ const: 'a', title: '甲' }, { const: 'b' }] }, 'choice'],
  ['an enumeration', { type: 'string', enum: ['a', 'b'] }, 'choice'],
  ['a number or nothing', { anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'number'],
  ['a list', { type: 'array', items: { type: 'string' } }, 'list'],
  ['an object of named parts', { type: 'object', properties: {} }, 'group'],
  ['an open object', { type: 'object' }, 'json'],
];
test.each(kinds)('%s is asked for as it should be', (_name, schema, kind) => {
  expect(kindOf(schema)).toBe(kind);
});

test('a choice shows titles, or the value where there is none', () => {
  expect(choices({ anyOf: [{ const: 'a', title: '甲' }, { const: 'b' }, { type: 'null' }] })).toEqual([
    { value: 'a', title: '甲' },
    { value: 'b', title: 'b' },
  ]);
});

const form: Schema = {
  type: 'object',
  required: ['title', 'count', 'people'],
  properties: {
    title: { type: 'string' },
    note: { type: 'string' },
    count: { type: 'integer' },
    isOpen: { type: 'boolean' },
    on: { type: 'string', format: 'date' },
    people: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    },
  },
};

test('an untouched form has a line for each item that must be there', () => {
  expect(blank(form)).toEqual({
    title: '',
    note: '',
    count: '',
    isOpen: null,
    on: '',
    people: [{ name: '' }],
  });
});

test('optional fields left empty are not sent, required ones are, numbers are read', () => {
  const written = { title: '', note: ' ', count: '１，２', isOpen: null, on: '', people: [{ name: '甲' }] };
  expect(bodyOf(form, written)).toEqual({ title: '', count: 12, people: [{ name: '甲' }] });
});

test('what is no number goes to the server as typed, to be named at its field', () => {
  expect(bodyOf(form, { title: 'x', count: '十二', people: [] })).toEqual({
    title: 'x',
    count: '十二',
    people: [],
  });
});

test('false is an answer, blanks are none', () => {
  expect([false, 0, '', ' ', [], {}, { a: '' }].map(isEmpty)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    true,
  ]);
});
