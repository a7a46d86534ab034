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

/** Text of a field without blanks around; nothing when it is empty or neither text nor number. */
export function findTold(row: Told, field: string): string | undefined {
  const value = row[field];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** The same object without what is undefined. */
export const stated = (fields: {
  readonly [K in keyof RecordInput]?: RecordInput[K] | undefined;
}): Partial<RecordInput> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
