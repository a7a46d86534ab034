/** The part of JSON Schema that declarations use. `ref` names the noun whose id is wanted, or `role` or `scope`. */
export interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly ref?: string;
  /** The name of a file that lies with the row itself, where the row is of this noun. */
  readonly ownFile?: string;
  /** `never`: leaves no trace, neither in the ledger nor in this browser. */
  readonly keep?: string;
  /** What the record says of this field already is what the form begins with, though the ledger keeps none of it; or it never is. */
  readonly fromRow?: boolean;
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
}

/** How a field is asked for. `json` is the last resort: the value as text. */
export type Kind =
  | 'line'
  | 'text'
  | 'password'
  | 'number'
  | 'yes-no'
  | 'choice'
  | 'day'
  | 'instant'
  | 'record'
  | 'own-file'
  | 'role'
  | 'scope'
  | 'list'
  | 'group'
  | 'json';

/** Beyond so many characters a text wants more than one line. */
const LONG = 200;

const isNull = (schema: Schema): boolean => schema.type === 'null' || schema.const === null;
/** The schema behind "or nothing". */
export function bare(schema: Schema): Schema {
  const some = schema.anyOf?.filter((each) => !isNull(each));
  if (!some || some.length === schema.anyOf!.length || some.length !== 1) return schema;
  return { ...some[0]!, ...(schema.title === undefined ? {} : { title: schema.title }) };
}

function textKind(schema: Schema): Kind {
  if (schema.ref === 'role' || schema.ref === 'scope') return schema.ref;
  if (schema.ref !== undefined) return 'record';
  if (schema.ownFile !== undefined) return 'own-file';
  if (schema.keep === 'never' && schema.title?.includes('密码')) return 'password';
  if (schema.format === 'date') return 'day';
  if (schema.format === 'date-time') return 'instant';
  return (schema.maxLength ?? 0) > LONG ? 'text' : 'line';
}

const BY_TYPE: Readonly<Record<string, (schema: Schema) => Kind>> = {
  string: textKind,
  integer: () => 'number',
  number: () => 'number',
  boolean: () => 'yes-no',
  array: (schema) => (schema.items ? 'list' : 'json'),
  object: (schema) => (schema.properties ? 'group' : 'json'),
};

export function kindOf(given: Schema): Kind {
  const schema = bare(given);
  if (choices(schema).length > 0) return 'choice';
  return BY_TYPE[schema.type ?? '']?.(schema) ?? 'json';
}

export interface Choice {
  readonly value: string | number | boolean;
  readonly title: string;
}
const choice = (value: Choice['value'], title = String(value)): Choice => ({ value, title });
/** The named things one of which is to be chosen; empty when it is no choice. */
export function choices(schema: Schema): readonly Choice[] {
  const constants = schema.anyOf?.filter((each) => !isNull(each));
  if (constants?.length && constants.every((each) => each.const !== undefined))
    return constants.map((each) => choice(each.const!, each.title));
  if (schema.const !== undefined && schema.const !== null) return [choice(schema.const, schema.title)];
  return (schema.enum ?? []).map((value) => choice(value));
}

/** What an untouched field holds. */
export function blank(given: Schema): unknown {
  const schema = bare(given);
  if (schema.default !== undefined) return schema.default;
  const kind = kindOf(schema);
  if (kind === 'list') return Array.from({ length: schema.minItems ?? 0 }, () => blank(schema.items!));
  if (kind === 'group')
    return Object.fromEntries(properties(schema).map(([name, each]) => [name, blank(each)]));
  if (kind === 'choice' && choices(schema).length === 1) return choices(schema)[0]!.value;
  return kind === 'yes-no' ? null : '';
}

export const properties = (schema: Schema): readonly (readonly [string, Schema])[] =>
  Object.entries(schema.properties ?? {});
export const isRequired = (schema: Schema, name: string): boolean => schema.required?.includes(name) ?? false;

/** Nothing was filled in. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
