import { validated } from '#lib/http/validate.ts';
import { Refusal } from '#lib/refusal.ts';
import { shortRegionCode } from '#organisations/index.ts';
import type { Elements } from '../elements/elements.ts';
import { ElementsInput } from '../elements/schema.ts';
import type { FieldFault, Told, UnderstoodItem } from './understand.ts';

/** The heading under which our own tables have the number an item is known by; with it, codes are taken as they stand. */
export const NUMBER = '编码';
const CODE = /^[0-9A-Za-z-]{4,100}$/;

/** What the number column says; nothing when the table is not one of ours. */
export const ownNumber = (told: Told): string | undefined => {
  const said = told[NUMBER];
  return typeof said === 'string' && CODE.test(said.trim()) ? said.trim() : undefined;
};

/** `{code, place, elements}`: an item as the program itself writes it, every value of its own kind. */
export const isWhole = (told: Told): boolean =>
  typeof told['elements'] === 'object' && told['elements'] !== null && typeof told['code'] === 'string';

export function understandWhole(told: Told): UnderstoodItem | readonly FieldFault[] {
  const { code, place } = told as { readonly code: string; readonly place?: unknown };
  if (!CODE.test(code)) return [{ field: 'code', why: `编码“${code}”有不该有的字符` }];
  if (typeof place !== 'string' || !/^\d{2,12}$/.test(place))
    return [{ field: 'place', why: '没有行政区划代码' }];
  try {
    return {
      code,
      place: shortRegionCode(place),
      elements: validated<Elements>(ElementsInput, told['elements']),
    };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return fault.fields.map(({ path, message }) => ({ field: path, why: message }));
  }
}
