import type { RecordInput } from '../input.ts';
import type { RowFault, Told } from '#documents/index.ts';

export type { RowFault, Told } from '#documents/index.ts';
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

/** What a value says, without blanks around: text, number, yes or no, or a list of such; nothing for what says nothing. */
function worded(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const all = value.map(worded);
    return all.length === 0 || all.includes(undefined) ? undefined : all.join('、');
  }
  const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

/** Text of a field without blanks around; nothing when it is empty, or holds what no cell of a table holds. */
export const findTold = (row: Told, field: string): string | undefined => worded(row[field]);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every(isEmpty));
/** Whether a field holds something that we do not read: it must be said, or it would be lost. */
export const isUnread = (row: Told, field: string): boolean =>
  !isEmpty(row[field]) && findTold(row, field) === undefined;

/** The same object without what is undefined. */
export const stated = (fields: {
  readonly [K in keyof RecordInput]?: RecordInput[K] | undefined;
}): Partial<RecordInput> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
