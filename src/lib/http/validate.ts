import { Compile, type Validator } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { inOneWriting, TIME_FORMATS } from '#lib/one-writing.ts';
import { Refusal, type FieldFault } from '#lib/refusal.ts';
import { turnsText } from '#lib/visible.ts';

interface Complaint {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const TYPES: Readonly<Record<string, string>> = {
  string: '应填写文字',
  integer: '应填写整数',
  number: '应填写数字',
  boolean: '应为“是”或“否”',
  array: '应为列表',
  object: '应为一组内容',
  null: '应为空',
};
const FORMATS: Readonly<Record<string, string>> = {
  ...TIME_FORMATS,
  uuid: '编号格式不对',
};

const SENTENCES: Readonly<Record<string, (params: Complaint['params']) => string>> = {
  type: (params) => TYPES[String(params['type'])] ?? '内容类型不对',
  minLength: (params) => (params['limit'] === 1 ? '不能为空' : `至少 ${String(params['limit'])} 个字`),
  maxLength: (params) => `最多 ${String(params['limit'])} 个字`,
  minimum: (params) => `不能小于 ${String(params['limit'])}`,
  maximum: (params) => `不能大于 ${String(params['limit'])}`,
  exclusiveMinimum: (params) => `应大于 ${String(params['limit'])}`,
  exclusiveMaximum: (params) => `应小于 ${String(params['limit'])}`,
  minItems: (params) => `至少 ${String(params['limit'])} 项`,
  maxItems: (params) => `最多 ${String(params['limit'])} 项`,
  pattern: () => '格式不对',
  format: (params) => FORMATS[String(params['format'])] ?? '格式不对',
  enum: (params) => `应为其中之一：${(params['allowedValues'] as unknown[] | undefined)?.join('、') ?? ''}`,
  const: (params) => `应为 ${String(params['allowedValue'])}`,
  uniqueItems: () => '有重复的项',
};

const dotted = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
const under = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/** A pattern says nothing to a person; its schema may say it in words: `wrong: '应为 1 至 200 的整数'`. */
function ownSentence(schema: TSchema, schemaPath: string): string | undefined {
  let at: unknown = schema;
  for (const step of schemaPath.split('/').slice(1))
    at = (at as Readonly<Record<string, unknown>> | undefined)?.[step];
  const { wrong } = (at ?? {}) as { readonly wrong?: unknown };
  return typeof wrong === 'string' ? wrong : undefined;
}

/** Turns a validator's complaints into sentences at fields; a union of constants becomes one list of what is allowed. */
function faultsOf(complaints: readonly Complaint[], schema: TSchema): readonly FieldFault[] {
  const faults = new Map<string, FieldFault>();
  const add = (path: string, message: string): void => {
    if (!faults.has(path)) faults.set(path, { path, message });
  };
  const unions = Map.groupBy(
    complaints.filter((each) => each.keyword === 'const'),
    (each) => each.instancePath,
  );
  for (const { keyword, instancePath, schemaPath, params } of complaints) {
    const path = dotted(instancePath);
    const own = keyword === 'pattern' ? ownSentence(schema, schemaPath) : undefined;
    if (keyword === 'required')
      for (const name of params['requiredProperties'] as string[]) add(under(path, name), '必填');
    else if (keyword === 'additionalProperties')
      for (const name of params['additionalProperties'] as string[])
        add(under(path, name), '没有这一项，请删去');
    else if (keyword === 'const' && unions.get(instancePath)!.length > 1)
      add(
        path,
        `应为其中之一：${unions
          .get(instancePath)!
          .map((each) => String(each.params['allowedValue']))
          .join('、')}`,
      );
    else if (keyword !== 'boolean' && keyword !== 'anyOf')
      add(path, own ?? SENTENCES[keyword]?.(params) ?? '内容不符合要求');
    else if (keyword === 'anyOf') add(path, '内容不符合要求');
  }
  return [...faults.values()];
}

/**
 * Text that cannot be stored (NUL in PostgreSQL, half of a surrogate pair in UTF-8), or that would stand on a screen as
 * something else than it is. Also bounds the depth.
 */
function unstorable(value: unknown, path = '', depth = 0): FieldFault | null {
  if (depth > 40) return { path, message: '层次太多' };
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) return { path, message: '含有不能保存的字符' };
    return turnsText(value) ? { path, message: '含有改变文字方向的字符或控制字符，请删去' } : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const found =
      key === '__proto__'
        ? { path: under(path, key), message: '没有这一项，请删去' }
        : unstorable(each, under(path, key), depth + 1);
    if (found) return found;
  }
  return null;
}

const validators = new WeakMap<TSchema, Validator>();
/** Unknown properties are refused unless a schema says otherwise; nothing is removed or coerced. */
function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema);
  if (known) return known;
  const made = Compile(closed(schema));
  validators.set(schema, made);
  return made;
}

/** The same schema with every object closed. */
export function closed(schema: TSchema): TSchema {
  if (Array.isArray(schema)) return (schema as unknown as TSchema[]).map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy: Record<string, unknown> = {};
  for (const key of Reflect.ownKeys(schema) as string[]) {
    const value = (schema as unknown as Record<string, unknown>)[key];
    copy[key] =
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(value as object).map(([name, each]) => [name, closed(each as TSchema)]),
          )
        : ['items', 'anyOf', 'allOf', 'oneOf'].includes(key)
          ? closed(value as TSchema)
          : value;
  }
  if (copy['type'] === 'object' && copy['properties'] && copy['additionalProperties'] === undefined)
    copy['additionalProperties'] = false;
  return copy;
}

type Choice = TSchema & { readonly const?: unknown; readonly title?: string };

/** Titles of a choice among constants → the constants; null for any other schema. */
function titlesOf(schema: TSchema): ReadonlyMap<unknown, unknown> | null {
  const { anyOf } = schema as { readonly anyOf?: readonly Choice[] };
  if (!anyOf?.every((each) => each.const !== undefined && each.title !== undefined)) return null;
  return new Map(anyOf.map((each) => [each.title, each.const]));
}
const spoken = new WeakMap<TSchema, readonly (readonly [string, ReadonlyMap<unknown, unknown>])[]>();

/**
 * What people and tables say for a choice is its title (满意), what is kept is its constant (satisfied): either is taken,
 * for the fields of the body itself.
 */
function withConstants(schema: TSchema, value: unknown): unknown {
  const { properties } = schema as { readonly properties?: Readonly<Record<string, TSchema>> };
  if (!properties || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  let choices = spoken.get(schema);
  if (!choices) {
    choices = Object.entries(properties).flatMap(([name, each]) => {
      const titles = titlesOf(each);
      return titles ? [[name, titles] as const] : [];
    });
    spoken.set(schema, choices);
  }
  const given = value as Readonly<Record<string, unknown>>;
  const said = choices.filter(([name, titles]) => titles.has(given[name]));
  if (said.length === 0) return value;
  return { ...given, ...Object.fromEntries(said.map(([name, titles]) => [name, titles.get(given[name])])) };
}

/** The value, checked, its instants in one writing; throws `lib.shape` with every fault at its field. */
export function validated<T>(schema: TSchema, given: unknown): T {
  const validator = validatorOf(schema);
  const bad = unstorable(given);
  if (bad) throw new Refusal('lib.shape', {}, { fields: [bad] });
  const value = withConstants(schema, given);
  if (validator.Check(value)) return inOneWriting(schema, value as T);
  throw new Refusal('lib.shape', {}, { fields: faultsOf([...validator.Errors(value)], schema) });
}
