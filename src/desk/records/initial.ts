import type { ActionShown, Row } from '#desk/api/program.ts';
import { isEmpty, properties } from '#desk/form/schema.ts';

/** What the record already says about the fields of a form, so that nothing is typed twice. */
export function initialOf(action: ActionShown, row: Row): Readonly<Record<string, unknown>> {
  const known = properties(action.input).flatMap(([name, schema]) => {
    const value = row[name];
    // A masked value is no value: sending it back would store the mask. Words that are put right are begun from.
    const isOwn = schema.keep === undefined || schema.fromRow === true;
    const isKnown = !isEmpty(value) && isOwn && matches(schema.type, value);
    return isKnown ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

const matches = (type: string | undefined, value: unknown): boolean =>
  type === undefined ||
  (type === 'array'
    ? Array.isArray(value)
    : type === 'integer'
      ? typeof value === 'number'
      : typeof value === type);
