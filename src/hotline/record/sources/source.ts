import type { Instant } from '#lib/time.ts';
import { readMoment } from '../moment.ts';
import type { RecordInput } from '../input.ts';

/** One row of a file as it came: field or heading → what stands there. */
export type Told = Readonly<Record<string, unknown>>;
/** What is wrong with a row, at the source's own name of the field. */
export interface RowFault {
  readonly field: string;
  readonly why: string;
}
/** A row understood: what to record, the unit by its name, and under which name the source has each field. */
export interface Understood {
  /** Not yet checked: a required field may be missing. */
  readonly input: Partial<RecordInput>;
  readonly unit: string | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly faults: readonly RowFault[];
}
/** A kind of file, known by its fields. */
export interface Source {
  readonly recognises: (row: Told) => boolean;
  readonly understand: (row: Told) => Understood;
}

export const hasFields = (row: Told, ...fields: readonly string[]): boolean =>
  fields.every((field) => Object.hasOwn(row, field));

/** Text of a field without blanks around; nothing when it is empty or neither text nor number. */
export function findTold(row: Told, field: string): string | undefined {
  const value = row[field];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** Reads moments of a row and remembers those that are none. */
export function momentsOf(row: Told): {
  readonly find: (field: string) => Instant | undefined;
  readonly faults: readonly RowFault[];
} {
  const faults: RowFault[] = [];
  const find = (field: string): Instant | undefined => {
    const told = findTold(row, field);
    const moment = told === undefined ? undefined : readMoment(told);
    if (told !== undefined && moment === undefined)
      faults.push({ field, why: `不是时间：${told.slice(0, 40)}` });
    return moment;
  };
  return { find, faults };
}

/** The same object without what is undefined. */
export const stated = (fields: {
  readonly [K in keyof RecordInput]?: RecordInput[K] | undefined;
}): Partial<RecordInput> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
