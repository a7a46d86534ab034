import { type CustomTypesConfig, types } from 'pg';

/**
 * How values come out of the database: instants and days stay text, whole numbers beyond 32 bits and decimals too.
 * No Date objects (they know no days, and cost more than the query) and no floating point for money.
 *
 * | type | becomes |
 * |---|---|
 * | timestamptz | `2020-01-01T00:00:00.000Z`, cut to milliseconds |
 * | date | `2020-01-01` |
 * | int8, numeric | decimal text; the caller says `BigInt(…)` or `fraction(…)` |
 * | json, jsonb | parsed |
 */
const INT8_ARRAY = 1016;
const INTERVAL = 1186;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY: number = 1009;

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;
const textArray = types.getTypeParser(TEXT_ARRAY) as (text: string) => readonly (string | null)[];

/**
 * `2020-01-01 08:30:00.5+00`, or in JSON `2020-01-01T08:30:00.5+00:00` → `2020-01-01T08:30:00.500Z`. The session's zone is
 * UTC; infinity and BC stay as they are.
 */
export function instant(text: string): string {
  const zone = text.endsWith('+00') ? 3 : text.endsWith('+00:00') ? 6 : 0;
  const mark = text.charCodeAt(10);
  if (zone === 0 || (mark !== 32 && mark !== 84)) return text;
  const millis = text.charCodeAt(19) === 46 ? text.slice(20, -zone).slice(0, 3).padEnd(3, '0') : '000';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${millis}Z`;
}

const parsers: ReadonlyMap<number, Parse> = new Map([
  [TIMESTAMPTZ, instant],
  [TIMESTAMPTZ_ARRAY, (text) => textArray(text).map((each) => each && instant(each))],
  [TIMESTAMP, asText],
  [DATE, asText],
  [INTERVAL, asText],
  [DATE_ARRAY, textArray],
  [INT8_ARRAY, textArray],
  [NUMERIC_ARRAY, textArray],
]);

/** For the driver: our parsers, and its own for all other types. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};

/** SQL that writes an instant as it stands in an answer: UTC, milliseconds, Z. */
export const writtenInstant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
