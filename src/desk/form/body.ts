import { bare, isEmpty, isRequired, kindOf, properties, type Schema } from './schema.ts';
import { plainNumber } from './number.ts';

type Written = Readonly<Record<string, unknown>>;

/**
 * What a filled-in form says, as the API takes it: optional fields left empty are not sent, numbers typed as text become
 * numbers. What cannot be read is sent as it stands, so that the server names the fault at its field.
 */
export function bodyOf(given: Schema, value: unknown): unknown {
  const schema = bare(given);
  switch (kindOf(schema)) {
    case 'group':
      return groupBody(schema, (value ?? {}) as Written);
    case 'list':
      return ((value ?? []) as readonly unknown[]).map((each) => bodyOf(schema.items!, each));
    case 'number':
      return numberBody(value);
    case 'json':
      return jsonBody(value);
    case 'day':
    case 'instant':
    case 'record':
    case 'choice':
      return value === '' ? undefined : value;
    default:
      return value;
  }
}

function groupBody(schema: Schema, value: Written): Written {
  const said = properties(schema).flatMap(([name, each]) => {
    const one = value[name];
    if (isEmpty(one) && !isRequired(schema, name)) return [];
    const body = bodyOf(each, one);
    return body === undefined || body === null ? [] : [[name, body] as const];
  });
  return Object.fromEntries(said);
}

function numberBody(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  const plain = plainNumber(value);
  return plain === undefined ? value : Number(plain);
}

function jsonBody(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
