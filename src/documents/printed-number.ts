export interface PrintedNumber {
  readonly value: number;
  /** Excel's format that shows the value exactly as it was printed. */
  readonly format: string;
}

const PRINTED = /^(-?)(\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(\.\d+)?(%?)$/;

/**
 * A printed number as a workbook keeps it: `1,595.33` → 1595.33 shown as `#,##0.00`, `29.00%` → 0.29 shown as `0.00%`.
 * Nothing for `0012`, `约 12` or more digits than a double can hold: those stay text.
 */
export function findPrintedNumber(text: string): PrintedNumber | undefined {
  const [, sign, whole, decimals = '', percent] = PRINTED.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = `${whole.replaceAll(',', '')}${decimals}`;
  if (digits.replace('.', '').length > 15) return undefined;
  const value = Number(`${sign}${digits}${percent ? 'e-2' : ''}`);
  if (Object.is(value, -0)) return undefined;
  const places = decimals === '' ? '' : `.${'0'.repeat(decimals.length - 1)}`;
  return { value, format: `${whole.includes(',') ? '#,##0' : '0'}${places}${percent}` };
}
