import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueOffice, DISTRICT, type CatalogueOffice } from '../testing/office.ts';
import { itemView } from './item-view.ts';
import { itemsView } from './items-view.ts';

interface Found {
  readonly items: readonly { readonly number: string }[];
  readonly next: string | null;
  readonly hint: string | null;
}
let office: CatalogueOffice;
beforeAll(async () => {
  office = await catalogueOffice();
  await office.record('SP-0001', { name: '食品经营许可', basicCode: '000131023000' });
  await office.record('SP-0002', { name: '食品经营许可（餐饮服务）', basicCode: '000131023001' });
  await office.record('GD-0001', { name: '食品经营许可', basicCode: '000131023000' }, '440000');
});
afterAll(() => office.close());
const search = (query: object) => office.look<Found>(itemsView, query);
const numbers = ({ items }: Found) => items.map(({ number }) => number);

test('items are found by what citizens call them, the best first, and narrowed as the list is', async () => {
  expect(numbers(await search({ q: '开饭店', place: DISTRICT }))).toEqual(['SP-0002', 'SP-0001']);
  expect(numbers(await search({ q: '食品经营许可', place: '440000' }))).toEqual(['GD-0001']);
  expect(numbers(await search({ place: DISTRICT }))).toEqual(['SP-0002', 'SP-0001']);
});

test('pages follow one another without a gap', async () => {
  const first = await search({ q: '食品经营许可', limit: '2' });
  const second = await search({ q: '食品经营许可', limit: '2', after: first.next! });
  expect([...numbers(first), ...numbers(second)].toSorted()).toEqual(['GD-0001', 'SP-0001', 'SP-0002']);
  expect(second.next).toBeNull();
});

test('what is not there is answered with what to do', async () => {
  expect(await search({ q: '核潜艇' })).toMatchObject({
    items: [],
    hint: expect.stringContaining('12345') as string,
  });
});

test('an item is found the moment it is recorded, and a word of everyday speech the moment it is set', async () => {
  await office.record('LM-0001', { name: '林木采伐许可证核发' });
  expect(numbers(await search({ q: '林木采伐' }))).toEqual(['LM-0001']);
  await office.act(office.administrator, 'setting.change', {
    name: 'catalogue.everyday-words',
    value: [{ said: '放树', means: ['林木采伐'] }],
    basis: '群众都这么说',
  });
  expect(numbers(await search({ q: '放树' }))).toEqual(['LM-0001']);
});

test('an item is found by each of its codes; of several the own place comes first, and what stays open is asked', async () => {
  const get = (code: string) => office.look<{ number: string; timeline: unknown[] }>(itemView, { code });
  expect(await get('LM-0001')).toMatchObject({ number: 'LM-0001', actions: ['amend'] });
  expect((await get('LM-0001')).timeline).toHaveLength(1);
  expect(await get('000131023000')).toMatchObject({ number: 'SP-0001', place: DISTRICT });
  await office.record('SP-0003', { name: '食品经营许可变更', basicCode: '000131023001' });
  await expect(get('000131023001')).rejects.toMatchObject({ code: 'catalogue.several' });
  await expect(get('99999999')).rejects.toMatchObject({ code: 'lib.not-found' });
});
