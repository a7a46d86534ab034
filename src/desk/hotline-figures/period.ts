/** A period as the picker has it: the year, and `y` (all of it), `q1` … `q4` or `m1` … `m12`. */
export interface Picked {
  readonly year: number;
  readonly part: string;
}
export const PARTS: readonly { readonly value: string; readonly title: string }[] = [
  { value: 'y', title: '全年' },
  ...['一', '二', '三', '四'].map((name, index) => ({ value: `q${index + 1}`, title: `第${name}季度` })),
  ...Array.from({ length: 12 }, (_, index) => ({ value: `m${index + 1}`, title: `${index + 1} 月` })),
];

/** The period as the server is asked for it. */
export function periodQuery({ year, part }: Picked): Readonly<Record<string, string>> {
  const number = part.slice(1);
  if (part.startsWith('q')) return { year: String(year), quarter: number };
  return part.startsWith('m') ? { year: String(year), month: number } : { year: String(year) };
}
type Asked = Readonly<Record<string, unknown>>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The period out of the page's address; the given year where it names none that could be. */
export function pickedFrom(query: Asked, thisYear: number): Picked {
  const year = /^[12]\d{3}$/.test(textOf(query['year'])) ? Number(query['year']) : thisYear;
  const [quarter, month] = [textOf(query['quarter']), textOf(query['month'])];
  const part = quarter ? `q${quarter}` : month ? `m${month}` : 'y';
  return { year, part: PARTS.some(({ value }) => value === part) ? part : 'y' };
}
