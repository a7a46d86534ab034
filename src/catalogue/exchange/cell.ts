import { canonical } from '#lib/action/engine/canonical.ts';
import { shownValue } from '../compare/compare.ts';
import { ELEMENTS, type ElementKey, type Elements } from '../elements/elements.ts';
import type { Limit, Material } from '../elements/kinds.ts';
import { materialText } from '../reading/read-materials.ts';
import { readValue } from '../reading/read-value.ts';

/** A list of lines that says of itself that it is empty. */
const linesOf = (lines: readonly string[]): string => (lines.length === 0 ? '无' : lines.join('\n'));

function worded(elements: Elements, key: ElementKey): string {
  const { kind } = ELEMENTS[key];
  const value: unknown = elements[key];
  if (kind === 'materials') return linesOf((value as readonly Material[]).map(materialText));
  if (kind === 'lines') return linesOf(value as readonly string[]);
  if (kind === 'limit') {
    const { days, unit } = value as Limit;
    return `${days}${unit === 'natural' ? '自然日' : '个工作日'}`;
  }
  return shownValue(elements, key) ?? '';
}

/**
 * What stands of an element in a cell of a table: words wherever reading them gives the same again, else JSON, which
 * `readValue` takes too. So a table imports again without a difference, whatever marks stand in a text.
 */
export function cellOf(elements: Elements, key: ElementKey): string {
  const value: unknown = elements[key];
  if (value === undefined || value === null) return '';
  const text = worded(elements, key);
  if (typeof value !== 'object') return text;
  const read = readValue(key, text);
  const isSame = read && 'value' in read && canonical(read.value) === canonical(value);
  return isSame ? text : JSON.stringify(value);
}
