import { refuse } from '#lib/refusal.ts';
import { readLines } from '../topics/letters.ts';

/** What the choice of a unit may depend on, of an order to be dispatched. */
export interface Matter {
  /** From the widest level to the narrowest, as far as known: `['城乡建设', '安全生产', '安全隐患']`. */
  readonly topic: readonly string[];
  /** Town or street, then village or community, as far as known. */
  readonly place: readonly string[];
  /** Day of the matter as days since 1970, where known: orders near in time count more. */
  readonly day?: number;
}
/** An order that a unit has answered and that was closed. */
export interface ClosedOrder extends Matter {
  readonly unit: string;
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const pathOf = (value: unknown): readonly string[] =>
  textOf(value)
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
const partsOf = (...values: readonly unknown[]): readonly string[] =>
  values.map(textOf).filter((part) => part !== '');

function dayOf(value: unknown): number | undefined {
  const at = Date.parse(textOf(value).slice(0, 10));
  return Number.isNaN(at) ? undefined : at / MILLISECONDS_OF_A_DAY;
}

/** Pingshan's events write the levels in columns of their own; own orders as paths. */
function closedOrderOf(row: number, value: Readonly<Record<string, unknown>>): ClosedOrder {
  const unit = textOf(value['unit'] ?? value['disposeUnit']);
  const topic =
    value['topic'] === undefined
      ? partsOf(value['type'], value['mainType'], value['subType'])
      : pathOf(value['topic']);
  const place =
    value['place'] === undefined ? partsOf(value['street'], value['community']) : pathOf(value['place']);
  if (unit === '') refuse('hotline.unreadable-row', { row, why: '没有承办单位（unit 或 disposeUnit）' });
  const day = dayOf(value['on'] ?? value['date']);
  return { unit, topic, place, ...(day === undefined ? {} : { day }) };
}

/**
 * Closed orders of a JSONL file: `{unit, topic: 'a/b/c', place: 'a/b', on}` or
 * `{disposeUnit, type, mainType, subType, street, community, date}` a line. Refuses `hotline.unreadable-row`.
 */
export const readClosedOrders = (bytes: Uint8Array): readonly ClosedOrder[] =>
  readLines(bytes).map(([row, value]) => closedOrderOf(row, value as Readonly<Record<string, unknown>>));
