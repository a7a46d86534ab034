const PLAIN = /^[\w.:+-]+$/;
const SPECIAL = /["\\]/g;

function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value as number | boolean);
  // A text that reads NULL is not null; an empty one is not nothing: both need their quotes.
  return PLAIN.test(value) && value.toUpperCase() !== 'NULL' ? value : `"${value.replace(SPECIAL, '\\$&')}"`;
}

/** A PostgreSQL array as text, `{a,"b c",NULL}`; the driver's own builder costs several times as much for each element. */
export const arrayLiteral = (values: readonly unknown[]): string => `{${values.map(element).join(',')}}`;
