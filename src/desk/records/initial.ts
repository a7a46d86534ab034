import type { ActionShown, Row } from '#desk/api/program.ts';
import { isEmpty, properties, type Schema } from '#desk/form/schema.ts';

/** What the record already says about the fields of a form, so that nothing is typed twice. */
export function initialOf(action: ActionShown, row: Row): Readonly<Record<string, unknown>> {
  const known = properties(action.input).flatMap(([name, schema]) => {
    const value = asTyped(schema, row[name]);
    // A masked value is no value: sending it back would store the mask. Words that are put right are begun from.
    const isOwn = schema.fromRow ?? schema.keep === undefined;
    const isKnown = !isEmpty(value) && isOwn && matches(schema.type, value);
    return isKnown ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

const MS_PER_HOUR = 3_600_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As a person would type it: an hour is one of this country; the id of what is asked for by another name is none of it. */
function asTyped(schema: Schema, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (schema.format === 'date-time')
    return `${new Date(Date.parse(value) + 8 * MS_PER_HOUR).toISOString().slice(0, 19)}+08:00`;
  const asksForIds = schema.ref !== undefined || schema.format === 'uuid';
  return UUID.test(value) && !asksForIds ? undefined : value;
}

const matches = (type: string | undefined, value: unknown): boolean =>
  type === undefined ||
  (type === 'array'
    ? Array.isArray(value)
    : type === 'integer'
      ? typeof value === 'number'
      : typeof value === type);
