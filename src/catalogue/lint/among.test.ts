import { expect, test } from 'vitest';
import type { Elements } from '../elements/elements.ts';
import { lintAmong } from './among.ts';

const item = (number: string, elements: Elements, place = '430611') => ({
  number,
  place,
  elements: { name: '取水许可', body: '区水利局', ...elements },
});
const rules = (items: Parameters<typeof lintAmong>[0]) =>
  [...lintAmong(items)].map(([number, remarks]) => [number, remarks.map(({ rule }) => rule)]);

test('one thing listed twice by one department is a doubt at both, width and spaces aside', () => {
  expect(rules([item('A', {}), item('B', { name: '取水 许可' }), item('C', { name: '采砂许可' })])).toEqual([
    ['A', ['same-item']],
    ['B', ['same-item']],
  ]);
});
test.each([
  ['another department', { body: '区民政局' }, '430611'],
  ['another place', {}, '440000'],
  ['another handling item', { handlingName: '延续' }, '430611'],
])('%s may have an item of the same name', (_, more, place) => {
  expect(rules([item('A', {}), item('B', more, place)])).toEqual([]);
});
test('handling items of one implementing code are one item', () => {
  const code = { implementingCode: '11440232MB2D06811W4000117051000', onlineAddress: 'http://a.gov.cn/7' };
  expect(rules([item('A', code), item('B', code)])).toEqual([]);
});
test('one address of many items is one finding with all of them, not one for each way of leaving one out', () => {
  const items = ['A', 'B', 'C', 'D', 'E'].map((number) =>
    item(number, { name: number, onlineAddress: 'http://a.gov.cn/7' }),
  );
  const said = new Set([...lintAmong(items).values()].flat().map(({ message }) => message));
  expect([...said]).toEqual(['A、B、C 等 5 项 用同一网址，请核对是否指向各自的事项']);
});
test('one address for several items is a doubt, a home page is not', () => {
  const at = (onlineAddress: string, name: string): Elements => ({ onlineAddress, name });
  expect(
    rules([item('A', at('http://a.gov.cn/7', '一')), item('B', at('https://a.gov.cn/7/', '二'))]),
  ).toEqual([
    ['A', ['same-link']],
    ['B', ['same-link']],
  ]);
  expect(rules([item('A', at('http://a.gov.cn/', '一')), item('B', at('http://a.gov.cn', '二'))])).toEqual(
    [],
  );
});
