import { toDecimal } from '#lib/fraction.ts';
import { describe, expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';
import { cellFigure, figuresIn, said } from './figure.ts';
import { fold } from './fold.ts';
import { bare, unitNamed } from './units.ts';

const read = (text: string): readonly string[] => figuresIn(fold(text)).map(({ figure }) => said(figure));
const values = (text: string): readonly string[] =>
  figuresIn(fold(text)).map(({ figure }) => toDecimal(figure.value));

describe('quantities of a sentence', () => {
  test.each([
    ['受理1,234件', ['1234件']],
    ['受理１２３４件', ['1234件']],
    ['支出12，345.60万元', ['12345.60万元']],
    ['提高0.52个百分点', ['0.52个百分点']],
    ['5个工作日内办结', ['5个工作日']],
    ['受理9.67万件', ['9.67万件']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['9.67万件', '96700'],
    ['3.5亿元', '350000000'],
    ['12.5‰', '1.25'],
    ['86.5%', '86.5'],
  ])('%s is %s in base units', (text, expected) => {
    expect(values(`共${text}`)).toEqual([expected]);
  });

  test.each([
    '2020年5月11日',
    '〔2015〕11号',
    '拨打12345热线',
    '推行“5+2”服务',
    '第3次会议',
    '计80%（含）-90%',
    '24:00前',
    '0730-8690022',
    '1.基本情况',
    '（1）基本支出',
    '指标1：更新',
  ])('%s has none', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each(['近300个', '330余万元', '约5件', '150平方米以上', '超过20次'])('%s is approximate', (text) => {
    expect(figuresIn(fold(text)).map(({ figure }) => figure.approximate)).toEqual([true]);
  });
});

test.each([
  ['四', 4],
  ['两', 2],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
])('%s is %d', (text, expected) => {
  expect(chineseNumber(text)).toBe(expected);
});

test('a cell is a number only when it is nothing else', () => {
  expect(cellFigure('1,125.76', bare)?.printed).toBe('1125.76');
  expect(cellFigure('98.5%', bare)?.unit.text).toBe('%');
  expect(cellFigure('2020年', bare)).toBeUndefined();
  expect(cellFigure('约5', bare)).toBeUndefined();
});

test.each([
  ['单位：万元', '万元'],
  ['年度收入情况（万元）', '万元'],
  ['办结率（%）', '%'],
])('%s names the unit %s', (text, unit) => {
  expect(unitNamed(text)?.text).toBe(unit);
});

describe('a sign before a figure belongs to it', () => {
  test.each([
    ['净额由上年的-2.14亿元转为0.63亿元', ['-2.14亿元', '0.63亿元']],
    ['净额由上年的－2.14亿元转为0.63亿元', ['-2.14亿元', '0.63亿元']],
    ['净额由上年的−2.14亿元转为0.63亿元', ['-2.14亿元', '0.63亿元']],
    ['净额由上年的–2.14亿元转为0.63亿元', ['-2.14亿元', '0.63亿元']],
    ['净额由上年的负2.14亿元转为0.63亿元', ['-2.14亿元', '0.63亿元']],
    ['本年支出20.5万元，其他科目-4.1万元，年末18.6万元', ['20.5万元', '-4.1万元', '18.6万元']],
    ['净额0.63亿元（上年同期-2.14亿元）', ['0.63亿元', '-2.14亿元']],
    ['由3.2%降至-1.4%', ['3.2%', '-1.4%']],
    ['经营结余由-12.4万元增加到8.6万元', ['-12.4万元', '8.6万元']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['每组5-8人', []],
    ['每组5–8人', []],
    ['每组5人-8人', ['5人', '8人']],
    ['投资20万元-50万元', ['20万元', '50万元']],
    ['3年-5年内', ['3年', '5年']],
    ['-12件投诉', ['12件']],
    ['住建局-12件', ['12件']],
    ['中央-120万元、省级-80万元', ['120万元', '80万元']],
    ['负债12万元', ['12万元']],
    ['背负12万元债务', ['12万元']],
    ['2020-2023年', []],
    ['文号2023-15号', []],
  ])('%s has no minus sign', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each(['-12.5', '－12.5', '−12.5', '–12.5', '负12.5'])('in a cell too: %s', (text) => {
    expect(cellFigure(fold(text), bare)?.printed).toBe('-12.5');
  });
});
