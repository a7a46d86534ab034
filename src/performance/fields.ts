import { Type, type TString, type TUnsafe } from 'typebox';
import { parseFraction, type Fraction } from '#lib/fraction.ts';
import type { Day } from '#lib/time.ts';

/** Fields that several forms of this module share. */
export const Reference = (noun: string, title: string): TString =>
  Type.String({ title, format: 'uuid', ref: noun });
export const Note = (title: string, maxLength = 2000): TString => Type.String({ title, maxLength });
export const Words = (title: string, maxLength = 2000): TString =>
  Type.String({ title, minLength: 1, maxLength });
export const Path = Type.String({ title: '指标', minLength: 3, maxLength: 200 });
export const Year = Type.Integer({ title: '年度', minimum: 2010, maximum: 2100 });
/** As people write them: `1,595.33`, `１８`, `99.95%`, `797.6 万元`. */
export const Amount = (title: string): TString => Type.String({ title, maxLength: 40 });
export const On = (title: string): TUnsafe<Day> => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
export const FigureKey = Type.String({
  title: '数据项',
  pattern: '^[a-zA-Z][a-zA-Z0-9]*(\\.[a-zA-Z][a-zA-Z0-9]*)+(@[a-z][a-z0-9]*)?$',
  maxLength: 100,
});

/**
 * Plain decimal of what a person typed: full-width digits, commas between thousands, spaces and the unit are no obstacle.
 * A per cent sign is one only where the unit is per cent, and `1,2,3` is a list, no number.
 */
export function readAmount(text: string, unit = ''): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const bare = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length).trim() : plain;
  const isNumber = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?$/.test(bare);
  return isNumber ? bare.replace(/^\+|^-(?=[0.]*$)|[, ]/g, '') : undefined;
}
/** Points a person typed, exact; undefined when they are none. */
export const readPoints = (text: string): Fraction | undefined => {
  const amount = readAmount(text, '分');
  return amount === undefined ? undefined : parseFraction(amount);
};
