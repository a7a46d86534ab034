/** Powers of ten behind the units people write money in. */
const MONEY: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 万: 4, 亿元: 8, 亿: 8 };
const NUMBER = /^([+-]?)(\d+)(?:\.(\d*))?$/;

export interface ReadNumber {
  /** Exact plain decimal in the unit asked for. */
  readonly value: string;
  /** What was understood, to be shown beside the field. */
  readonly reading: string;
}
export interface Unread {
  readonly fault: string;
}

/** `１，５９５．３３` is 1595.33; undefined when it is no number. */
export function plainNumber(text: string): string | undefined {
  const bareText = text.normalize('NFKC').replace(/[\s,，、]/g, '');
  const read = NUMBER.exec(bareText);
  return read ? decimal(read[1]!, read[2]!, read[3] ?? '') : undefined;
}

function decimal(sign: string, whole: string, part: string): string {
  const left = whole.replace(/^0+(?=\d)/, '');
  const plain = part === '' ? left : `${left}.${part}`;
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** The same number with the decimal point moved; no floating point. `shift('15953300', -4)` = `1595.33`. */
export function shift(plain: string, places: number): string {
  const read = NUMBER.exec(plain)!;
  const part = read[3] ?? '';
  const digits = read[2]! + part;
  const point = read[2]!.length + places;
  const padded = point <= 0 ? digits.padStart(digits.length - point + 1, '0') : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const rest = padded.slice(at);
  // Zeros that moving the point put behind it say nothing; those a person wrote stay.
  return decimal(read[1]!, padded.slice(0, at), places < 0 ? rest.replace(/0+$/, '') : rest);
}

/** Thousands set off, for reading: `1,595.33`. */
export function grouped(plain: string): string {
  const [whole = '', part] = plain.split('.');
  const set = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? set : `${set}.${part}`;
}

/**
 * Reads what a person typed as a number in `unit`: full-width digits, thousand commas, spaces, 元 / 万元 / 亿元 for money,
 * `%` for a rate. `15953300元` wanted in 万元 is 1595.33.
 */
export function readNumber(text: string, unit: string): ReadNumber | Unread {
  const tidy = text.normalize('NFKC').replace(/[\s,，、]/g, '');
  const found = /^([+-]?[\d.]+)(.*)$/.exec(tidy);
  const plain = found ? plainNumber(found[1]!) : undefined;
  if (!found || plain === undefined) return { fault: `“${text.trim()}”不是数字` };
  const written = found[2]!;
  const value = written === '' || written === unit ? plain : converted(plain, written, unit);
  if (value === undefined) return { fault: `应以“${unit}”计，读不懂“${written}”` };
  const hint =
    unit === '%' && written === '' && isShare(plain)
      ? `；如指 ${shift(plain, 2)}%，请写 ${shift(plain, 2)}%`
      : '';
  return { value, reading: `读作 ${grouped(value)}${unit === '%' ? '%' : ` ${unit}`}${hint}` };
}

function converted(plain: string, from: string, to: string): string | undefined {
  const [given, wanted] = [MONEY[from], MONEY[to]];
  return given === undefined || wanted === undefined ? undefined : shift(plain, given - wanted);
}

/** Between nothing and one: a rate that may have been meant as a share. */
const isShare = (plain: string): boolean => /^(0(\.\d+)?|1(\.0*)?)$/.test(plain) && /[1-9]/.test(plain);
