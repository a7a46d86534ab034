import { expect, test } from 'vitest';
import { cataloguePagesOf } from './menu.ts';
import { placeAsked, placeSaid } from './places.ts';
import { agreementText, brokenRows, openFields, type Pair } from './model.ts';

test('the agreement is told with both its counts', () => {
  expect(agreementText({ same: 9, compared: 12, declined: 1, open: 2 })).toBe('一致 9 / 可比对 12（75.00%）');
  expect(agreementText({ same: 0, compared: 0, declined: 0, open: 0 })).toBe('没有基本编码相同的事项可比对');
});
test('what was declined is not ticked again', () => {
  const differences = [
    { field: 'name', title: '', own: null, theirs: null, declined: null },
    {
      field: 'basis',
      title: '',
      own: null,
      theirs: null,
      declined: { reason: '', decidedOn: '', decidedBy: '' },
    },
  ];
  expect(openFields({ differences } as unknown as Pair)).toEqual(['name']);
});
test('a row with two faults is one broken row', () => {
  expect(brokenRows([3, 3, 5].map((row) => ({ row, field: '', why: '' })))).toBe(2);
});
test('who edits the catalogue has its pages, nobody else', () => {
  expect(cataloguePagesOf(new Set(['catalogue.editor']))).toHaveLength(3);
  expect(cataloguePagesOf(new Set(['hotline.agent']))).toEqual([]);
});
test('a page looks at the own catalogue, or at the one its address names', () => {
  expect(placeAsked(undefined, '430611')).toBe('430611');
  expect(placeAsked('440000', '430611')).toBe('440000');
  expect([placeAsked('', null), placeAsked(['1', '2'], '430611')]).toEqual(['', '430611']);
  expect(placeSaid({ place: '440000', name: '440000', items: 2262 })).toBe('440000（2,262 项）');
});
