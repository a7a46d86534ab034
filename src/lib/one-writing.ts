import { Compile, type Validator } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { Refusal, type FieldFault } from './refusal.ts';
import { isDay, millis, readInstant, startOfDay, type Day } from './time.ts';

/** What a field of these formats is told that holds no such value. */
export const TIME_FORMATS = {
  'date-time': '应为带时区的时间，如 2020-05-11T09:00:00+08:00',
  date: '应为日期，如 2020-05-11',
} as const;
/** Nothing here is older or lies further ahead; beyond four digits of year, text and database disagree. */
const FIRST = '1900-01-01' as Day;
const LAST = '2200-12-31' as Day;
const BEYOND = '应在 1900 年至 2200 年之间';
const BEGIN = millis(startOfDay(FIRST));
const END = millis(startOfDay('2201-01-01' as Day));

/** Where a value stands, and what was found wrong on the way. */
interface Place {
  readonly path: readonly string[];
  readonly faults: FieldFault[];
}
type Rewrite = (value: unknown, place: Place) => unknown;

function wrong(value: unknown, { path, faults }: Place, message: string): unknown {
  faults.push({ path: path.join('.'), message });
  return value;
}

/** RFC 3339 also writes `t` and `z`. */
const anInstant: Rewrite = (value, place) => {
  if (typeof value !== 'string') return value;
  const at = readInstant(value.toUpperCase());
  if (at === undefined) return wrong(value, place, TIME_FORMATS['date-time']);
  return millis(at) >= BEGIN && millis(at) < END ? at : wrong(value, place, BEYOND);
};
const aDay: Rewrite = (value, place) => {
  if (typeof value !== 'string') return value;
  if (!isDay(value)) return wrong(value, place, TIME_FORMATS.date);
  return value >= FIRST && value <= LAST ? value : wrong(value, place, BEYOND);
};

const below = ({ path, faults }: Place, name: string): Place => ({ path: [...path, name], faults });
const ofItems =
  (rewrite: Rewrite): Rewrite =>
  (value, place) => {
    if (!Array.isArray(value)) return value;
    const after = value.map((item, index) => rewrite(item, below(place, String(index))));
    return after.some((item, index) => item !== value[index]) ? after : value;
  };

type Schemas = Readonly<Record<string, TSchema>>;
interface Parts {
  readonly format?: string;
  readonly properties?: Schemas;
  readonly patternProperties?: Schemas;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
}

function rewritesOf(schemas: Schemas = {}): readonly (readonly [string, Rewrite])[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const rewrite = rewriteOf(schema);
    return rewrite ? [[name, rewrite] as const] : [];
  });
}

/** The fields of an object, by their names or by patterns of names. */
function fields({ properties, patternProperties }: Parts): Rewrite | null {
  const named = new Map(rewritesOf(properties));
  const alike = rewritesOf(patternProperties).map(([pattern, rewrite]) => ({
    pattern: new RegExp(pattern, 'u'),
    rewrite,
  }));
  if (named.size + alike.length === 0) return null;
  return (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    let after = value as Readonly<Record<string, unknown>>;
    for (const [name, before] of Object.entries(value)) {
      const rewrite = named.get(name) ?? alike.find(({ pattern }) => pattern.test(name))?.rewrite;
      const now = rewrite ? rewrite(before, below(place, name)) : before;
      if (now !== before) after = { ...after, [name]: now };
    }
    return after;
  };
}

interface Branch {
  readonly rewrite: Rewrite | null;
  readonly isTime: boolean;
  readonly validator: Validator;
}
/** Of several shapes the first that the value has; text of none of them is told what a time looks like. */
function branches(schemas: readonly TSchema[]): Rewrite | null {
  if (!schemas.some(rewriteOf)) return null;
  const known = schemas.map((schema): Branch => ({
    rewrite: rewriteOf(schema),
    isTime: ((schema as Parts).format ?? '') in TIME_FORMATS,
    validator: Compile(schema),
  }));
  return (value, place) => {
    const branch =
      known.find(({ validator }) => validator.Check(value)) ?? known.find(({ isTime }) => isTime);
    return branch?.rewrite ? branch.rewrite(value, place) : value;
  };
}

function made(schema: TSchema): Rewrite | null {
  const parts = schema as Parts;
  if (parts.format === 'date-time') return anInstant;
  if (parts.format === 'date') return aDay;
  const item = parts.items ? rewriteOf(parts.items) : null;
  return fields(parts) ?? (item && ofItems(item)) ?? branches(parts.anyOf ?? []);
}

const rewrites = new WeakMap<TSchema, Rewrite | null>();
function rewriteOf(schema: TSchema): Rewrite | null {
  const known = rewrites.get(schema);
  if (known !== undefined) return known;
  const rewrite = made(schema);
  rewrites.set(schema, rewrite);
  return rewrite;
}

/**
 * The value with every instant of its schema (`format: 'date-time'`) in the one writing that rows and ledger have,
 * `2020-05-11T01:00:00.000Z`, however deep it stands: only so may instants be compared as texts, and only so is a row's digest
 * the same when it is read back. Days stay as they are. Throws `lib.shape` with every field that holds no real instant or
 * day of the years 1900 to 2200. What has another shape than its schema is left to `validated`.
 */
export function inOneWriting<T>(schema: TSchema, value: T): T {
  const rewrite = rewriteOf(schema);
  if (!rewrite) return value;
  const faults: FieldFault[] = [];
  const after = rewrite(value, { path: [], faults });
  if (faults.length > 0) throw new Refusal('lib.shape', {}, { fields: faults });
  return after as T;
}
