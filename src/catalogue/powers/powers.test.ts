import { expect, test } from 'vitest';
import type { Item } from '../item/item.ts';
import { powersOf } from './powers.ts';

const item = (number: string, type: string, more: object = {}): Item =>
  ({
    number,
    type,
    name: number,
    body: '区水利局',
    organisation: 'water',
    state: 'published',
    elements: {},
    ...more,
  }) as Item;

test('a department’s powers stand by type in the law’s order; public services and cancelled items are none', () => {
  const items = [
    item('C', 'inspection'),
    item('B', 'licence'),
    item('A', 'penalty'),
    item('D', 'licence'),
    item('S', 'service'),
    item('X', 'licence', { state: 'cancelled' }),
    item('E', 'licence', { body: '区民政局' }),
  ];
  expect(powersOf(items).map(({ body, powers }) => [body, powers.map(({ number }) => number)])).toEqual([
    ['区民政局', ['E']],
    ['区水利局', ['B', 'D', 'A', 'C']],
  ]);
});
test('duties are the steps and the statutory limit the item states, and nothing made up', () => {
  const elements = { process: ['受理', '审查'], legalLimit: { days: 20, unit: 'working' } };
  const [list] = powersOf([item('A', 'licence', { elements }), item('B', 'licence')]);
  expect(list!.powers.map(({ duties }) => duties)).toEqual(['受理\n审查\n法定办结时限：20 工作日', null]);
});
