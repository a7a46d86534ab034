import { shortRegionCode } from '#organisations/index.ts';
import { findItemCode } from '../codes/item-code.ts';
import { NATIONAL_DIGITS } from '../codes/types.ts';
import { ELEMENT_KEYS, ELEMENTS, type ElementKey, type Elements } from '../elements/elements.ts';
import { isWhole, ownNumber, understandWhole } from './own-rows.ts';
import { readValue } from './read-value.ts';

/** A fault of one field of a row, at the file's own name of it. */
export interface FieldFault {
  readonly field: string;
  readonly why: string;
}
/** What a row of a file says of an item. */
export interface UnderstoodItem {
  readonly code: string;
  readonly place: string;
  readonly elements: Elements;
}
export type Told = Readonly<Record<string, unknown>>;

const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[\s*:：]|\(.*?\)/g, '')
    .toLowerCase();
const HEADINGS: ReadonlyMap<string, ElementKey> = new Map(
  ELEMENT_KEYS.flatMap((key) =>
    [key, ELEMENTS[key].title, ...ELEMENTS[key].aliases].map((heading) => [folded(heading), key] as const),
  ),
);
const PLACES = new Set(
  ['areacode', '区划', '行政区划', '区划代码', '行政区划代码', '目录所属区划', 'place'].map(folded),
);

/** Digits as the exchange tables print them; portals print them without the nought. */
const TYPES_BY_DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries(NATIONAL_DIGITS).map(([type, digits]) => [String(Number(digits)), type]),
);

/** Whether a file is one of items at all: its fields name an item and a code of it. */
export const areItems = (fields: readonly string[]): boolean => {
  if (fields.includes('code') && fields.includes('elements')) return true;
  const keys = new Set(fields.map((field) => HEADINGS.get(folded(field))));
  return keys.has('name') && (keys.has('implementingCode') || keys.has('basicCode'));
};

const digitsAsType = (told: unknown): unknown =>
  typeof told === 'string' || typeof told === 'number'
    ? (TYPES_BY_DIGITS.get(
        String(told)
          .trim()
          .replace(/^0(?=\d)/, ''),
      ) ?? told)
    : told;

const placeFrom = (told: unknown): string | undefined => {
  const text = typeof told === 'string' || typeof told === 'number' ? String(told).trim() : '';
  return /^\d{2,12}$/.test(text) ? shortRegionCode(text) : undefined;
};

interface Reading {
  readonly elements: Record<string, unknown>;
  readonly names: Map<ElementKey, string>;
  readonly faults: FieldFault[];
  place: string | undefined;
}

function readField(reading: Reading, field: string, told: unknown): void {
  if (PLACES.has(folded(field))) {
    reading.place = placeFrom(told);
    return;
  }
  const key = HEADINGS.get(folded(field));
  if (key === undefined || reading.names.has(key)) return;
  const read = readValue(key, key === 'type' ? digitsAsType(told) : told);
  if (read === undefined) return;
  reading.names.set(key, field);
  if ('fault' in read) reading.faults.push({ field, why: read.fault });
  else reading.elements[key] = read.value;
}

/** Of a code of 33 characters the first 31 are the implementing code; one of another scheme is a local one. */
function withCodesParted(elements: Elements): Elements {
  const { implementingCode: said, bodyCode } = elements;
  const code = said === undefined ? undefined : findItemCode(said);
  if (said === undefined) return elements;
  if (!code && said.length !== 31 && said.length !== 33) {
    const { implementingCode: _, ...rest } = elements;
    return { ...rest, localImplementingCode: said };
  }
  return {
    ...elements,
    implementingCode: said.slice(0, 31),
    ...(said.length === 33 ? { handlingCode: said } : {}),
    ...(code && (bodyCode === undefined || code.body.includes(bodyCode)) ? { bodyCode: code.body } : {}),
  };
}

/** The number an item is known by here: the longest code it has, so that 业务办理项 of one item stay apart. */
const numberOf = ({ handlingCode, implementingCode, localImplementingCode }: Elements): string | undefined =>
  handlingCode ?? implementingCode ?? localImplementingCode;

/** Reads one row. Faults are all told at once; what the row does not say stays unknown. */
export function understandRow(told: Told): UnderstoodItem | readonly FieldFault[] {
  if (isWhole(told)) return understandWhole(told);
  const reading: Reading = { elements: {}, names: new Map(), faults: [], place: undefined };
  for (const [field, value] of Object.entries(told)) readField(reading, field, value);
  const number = ownNumber(told);
  const said = reading.elements as Elements;
  const elements = number === undefined ? withCodesParted(said) : said;
  const code = number ?? numberOf(elements);
  const { faults, place, names } = reading;
  const missing = (key: ElementKey): void => {
    if (elements[key] === undefined && !faults.some(({ field }) => field === names.get(key)))
      faults.push({ field: ELEMENTS[key].title, why: `没有${ELEMENTS[key].title}` });
  };
  missing('name');
  missing('type');
  missing('body');
  if (code === undefined) faults.push({ field: ELEMENTS.implementingCode.title, why: '没有编码' });
  else if (!/^[0-9A-Za-z-]{4,100}$/.test(code))
    faults.push({ field: names.get('implementingCode') ?? '编码', why: `编码“${code}”有不该有的字符` });
  const whose = place ?? placeOfCode(code);
  if (whose === undefined) faults.push({ field: '区划', why: '没有行政区划代码，编码里也看不出来' });
  return faults.length > 0 ? faults : { code: code!, place: whose!, elements };
}

/** A credit code holds the six digits of its registering place after the first two characters. */
const placeOfCode = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : findItemCode(code)?.body.slice(2, 8);
