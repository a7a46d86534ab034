import { ELEMENT_KEYS, ELEMENTS, type ElementKey, type Elements } from './elements.ts';

/** Mandatory only when another element says so: a fee has a basis, an item on the spot must say why. */
const CONDITIONAL: Readonly<Partial<Record<ElementKey, (item: Elements) => boolean>>> = {
  feeItem: ({ hasFee }) => hasFee === true,
  feeStandard: ({ hasFee }) => hasFee === true,
  feeBasis: ({ hasFee }) => hasFee === true,
  feeReductionBasis: ({ mayReduceFee }) => mayReduceFee === true,
  visitReason: ({ visits }) => visits !== undefined && visits > 0,
  entrustedTo: ({ powerSource }) => powerSource === 'entrusted',
  onlineAddress: ({ isOnline }) => isOnline === true,
  resultName: ({ resultType }) => resultType !== undefined && resultType !== 'none',
};

/** Text of spaces and lists of nothing say nothing; nought and 否 do. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : true;
}
/** An empty list is an answer only where the element may truthfully be empty: no special procedure is one. */
const MAY_BE_EMPTY: ReadonlySet<ElementKey> = new Set(['specialProcedures', 'materials']);

const isAnswered = (item: Elements, key: ElementKey): boolean => {
  const value = item[key];
  if (Array.isArray(value) && value.length === 0) return MAY_BE_EMPTY.has(key);
  return isFilled(value);
};

/** Elements this item must have: the national list's, and what its own answers call for. */
export const wantedOf = (item: Elements): readonly ElementKey[] =>
  ELEMENT_KEYS.filter((key) => ELEMENTS[key].isMandatory || CONDITIONAL[key]?.(item) === true);

/** Those of them it has not. An item without any is 填报完整. */
export const missingOf = (item: Elements): readonly ElementKey[] =>
  wantedOf(item).filter((key) => !isAnswered(item, key));
