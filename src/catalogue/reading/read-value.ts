import { Check } from 'typebox/value';
import { ELEMENTS, type ElementKey } from '../elements/elements.ts';
import { MaterialSchema } from '../elements/schema.ts';
import type { Limit } from '../elements/kinds.ts';
import { isCourseKind } from '../elements/course-text.ts';
import { readCourse } from './read-course.ts';
import { materialOf } from './read-materials.ts';

/** A value, or why there is none. Nothing at all: the source leaves it out (空、无、/ where that says nothing). */
export type ReadValue = { readonly value: unknown } | { readonly fault: string } | undefined;

const NOTHING = /^(|无|\/|-+|—+|暂无|不详|null|none|n\/a)$/i;
const YES = /^(是|有|支持|可以|true|1|y|yes|√)$/i;
const NO = /^(否|无|不支持|不可以|false|0|n|no|×)$/i;
const PARTS = /[、，,;；]+/;

const asText = (told: unknown): string =>
  typeof told === 'string' ? told.trim() : told === null || told === undefined ? '' : String(told as number);
/** A cell that holds a list as JSON: what our own tables write where no mark could part it. */
function listInJson(text: string): readonly unknown[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    return JSON.parse(text) as readonly unknown[];
  } catch {
    return undefined;
  }
}
/** A text of several lines has one thing on each; one line is parted by its marks. */
const partsOf = (text: string): readonly unknown[] =>
  listInJson(text) ?? text.split(text.includes('\n') ? '\n' : PARTS);
const listOf = (told: unknown): readonly string[] =>
  (Array.isArray(told) ? told : partsOf(asText(told)))
    .map(asText)
    .filter((each) => each !== '' && !NOTHING.test(each));

/** `20个工作日`, `20 工作日`, `20`, `即办`, `{days, unit}`; a bare number is working days, the law's own unit. */
function readLimit(told: unknown): ReadValue {
  if (typeof told === 'object' && told !== null) {
    const { days, unit } = told as { readonly days?: unknown; readonly unit?: unknown };
    return readLimit(`${asText(days)}${asText(unit)}`);
  }
  const text = asText(told).normalize('NFKC').replace(/\s+/g, '');
  if (NOTHING.test(text)) return undefined;
  if (/^(即办|当场|即时|立即|当日)/.test(text))
    return { value: { days: 0, unit: 'working' } satisfies Limit };
  const [, number, unit = ''] = /^(\d{1,4})(?:个|\()?(.*?)\)?$/.exec(text) ?? [];
  if (number === undefined) return { fault: `“${asText(told)}”不是时限，应如“20个工作日”` };
  if (!/^(|工作日|日|天|自然日|日历日|月|年)$/.test(unit)) return { fault: `“${unit}”不是时限的单位` };
  if (unit === '月' || unit === '年') return { fault: `时限应以工作日或自然日计，现为“${asText(told)}”` };
  const isNatural = unit === '自然日' || unit === '日历日';
  return { value: { days: Number(number), unit: isNatural ? 'natural' : 'working' } satisfies Limit };
}

/** One of the options: its key, its title, or its title without 级 and the like. */
function readChoice(key: ElementKey, told: unknown): ReadValue {
  const text = asText(told).normalize('NFKC');
  if (NOTHING.test(text)) return undefined;
  const options = Object.entries(ELEMENTS[key].options);
  const found = options.find(
    ([option, title]) =>
      option === text || title === text || (title.length > 2 && title.startsWith(text) && text.length >= 2),
  );
  return found
    ? { value: found[0] }
    : { fault: `“${text}”不在${ELEMENTS[key].title}之列：${options.map(([, title]) => title).join('、')}` };
}

function readChoices(key: ElementKey, told: unknown): ReadValue {
  const values: unknown[] = [];
  for (const each of listOf(told)) {
    const read = readChoice(key, each);
    if (read && 'fault' in read) return read;
    if (read) values.push(read.value);
  }
  return values.length > 0 ? { value: [...new Set(values)] } : undefined;
}

function readMaterials(told: unknown): ReadValue {
  if (told === null || told === undefined) return undefined;
  const text = Array.isArray(told) ? '' : asText(told);
  if (!Array.isArray(told) && text === '') return undefined;
  const list = Array.isArray(told)
    ? told
    : (listInJson(text) ?? text.split(text.includes('\n') ? '\n' : /[;；]+/));
  const materials = list.map(materialOf).filter(({ name }) => name !== '' && !NOTHING.test(name));
  const isSound = materials.every((each) => Check(MaterialSchema, each));
  return isSound ? { value: materials } : { fault: '材料的某一项不是应有的值' };
}

function readFlag(told: unknown, title: string): ReadValue {
  if (typeof told === 'boolean') return { value: told };
  const text = asText(told).normalize('NFKC');
  if (text === '') return undefined;
  if (YES.test(text)) return { value: true };
  return NO.test(text) ? { value: false } : { fault: `${title}应为“是”或“否”，现为“${text}”` };
}

function readCount(told: unknown, title: string): ReadValue {
  const text = asText(told).normalize('NFKC').replace(/次$/, '');
  if (NOTHING.test(text)) return undefined;
  return /^\d{1,3}$/.test(text)
    ? { value: Number(text) }
    : { fault: `${title}应为整数，现为“${asText(told)}”` };
}

function readDay(told: unknown, title: string): ReadValue {
  const text = asText(told).normalize('NFKC');
  if (NOTHING.test(text)) return undefined;
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text) ?? [];
  const iso = year && `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const isThere = iso && new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso);
  return isThere ? { value: iso } : { fault: `${title}应为日期，现为“${text}”` };
}

/** Reads what a file says of one element, by the element's kind. */
export function readValue(key: ElementKey, told: unknown): ReadValue {
  const { kind, title } = ELEMENTS[key];
  if (kind === 'limit') return readLimit(told);
  if (kind === 'choice') return readChoice(key, told);
  if (kind === 'choices') return readChoices(key, told);
  if (kind === 'materials') return readMaterials(told);
  if (isCourseKind(kind)) return readCourse(kind, told, title);
  if (kind === 'flag') return readFlag(told, title);
  if (kind === 'count') return readCount(told, title);
  if (kind === 'day') return readDay(told, title);
  if (kind === 'lines') {
    const list = listOf(told);
    return list.length > 0 || asText(told) === '无' ? { value: list } : undefined;
  }
  const text = asText(told);
  return NOTHING.test(text) ? undefined : { value: text };
}
