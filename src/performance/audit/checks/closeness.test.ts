import { describe, expect, test } from 'vitest';
import { figuresIn, type Figure } from '../text/figure.ts';
import { percentOf, rateCloseness, sumCloseness, twiceCloseness } from './closeness.ts';

const figure = (text: string): Figure => {
  const found = figuresIn(text)[0];
  if (!found) throw new Error(`no figure: ${text}`);
  return found.figure;
};

describe('a sum of printed parts', () => {
  test.each([
    ['1125.76万元', ['135.36万元', '990.4万元'], 'consistent'], // exact; the dropped zero is no coarser digit
    ['1125.77万元', ['135.36万元', '990.4万元'], 'rounding'], // 0.01 off, 3 × 0.005 allowed
    ['1125.78万元', ['135.36万元', '990.4万元'], 'contradiction'], // 0.02 off
    ['10.03万元', ['2.00万元', '2.00万元', '2.00万元', '2.00万元', '2.00万元'], 'rounding'], // 0.03 off, 6 × 0.005 allowed
    ['10.04万元', ['2.00万元', '2.00万元', '2.00万元', '2.00万元', '2.00万元'], 'contradiction'],
    ['1090件', ['970件', '120件'], 'consistent'],
    ['1091件', ['970件', '120件'], 'contradiction'], // things are counted, not rounded
  ] as const)('%s of %j is %s', (total, parts, expected) => {
    expect(sumCloseness(figure(total), parts.map(figure)).verdict).toBe(expected);
  });
});

describe('one quantity printed twice', () => {
  test.each([
    ['135.36万元', '135.35万元', 'rounding'],
    ['135.36万元', '135.34万元', 'contradiction'],
    ['1125.76万元', '1125.8万元', 'consistent'], // rounded to one place
    ['1125.76万元', '11257600元', 'consistent'],
    ['1125.76万元', '1125万元', 'rounding'], // cut off
    ['11303件', '11304件', 'contradiction'],
  ] as const)('%s and %s: %s', (a, b, expected) => {
    expect(twiceCloseness(figure(a), figure(b))).toBe(expected);
  });
});

describe('a printed rate', () => {
  test.each([
    ['99.95%', '11297件', '11303件', 'consistent'], // 99.9469
    ['1.23%', '25件', '2037件', 'consistent'], // 1.2273
    ['6.87%', '78件', '1144件', 'contradiction'], // 6.8182
    ['99.94%', '11297件', '11303件', 'rounding'], // cut off instead of rounded
    ['99.9%', '11297件', '11303件', 'consistent'],
    ['88%', '990.4万元', '1125.76万元', 'consistent'], // 87.98
  ] as const)('%s for %s of %s: %s', (rate, top, under, expected) => {
    const computed = percentOf(figure(top), figure(under));
    expect(computed && rateCloseness(figure(rate), computed)).toBe(expected);
  });
});
