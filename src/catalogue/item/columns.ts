import { ON_APPLICATION } from '../codes/types.ts';
import { ELEMENTS, type Elements } from '../elements/elements.ts';
import { missingOf } from '../elements/fill.ts';
import { lintItem } from '../lint/lint.ts';
import type { TypeDigits } from '../codes/item-code.ts';

/** What must be known for an item to be one at all: how it is called, whose it is and of which type. */
const ESSENTIAL = ['name', 'type', 'body'] as const;

export const missingEssentials = (elements: Elements): readonly string[] =>
  ESSENTIAL.filter((key) => (elements[key] ?? '').trim() === '').map((key) => ELEMENTS[key].title);

/** The columns of an item that follow from its elements. `elements` must have the essentials. */
export function columnsOf(elements: Elements, digits: TypeDigits) {
  const { legalLimit: legal, promisedLimit: promised } = elements;
  const remarks = lintItem(elements, digits);
  const units = new Set([legal?.unit, promised?.unit].filter((unit) => unit !== undefined));
  return {
    name: elements.name!.trim(),
    type: elements.type!,
    level: elements.level ?? null,
    basicCode: elements.basicCode ?? null,
    body: elements.body!.trim(),
    bodyCode: elements.bodyCode ?? null,
    kind: elements.kind ?? null,
    isOnApplication: ON_APPLICATION.has(elements.type!),
    isOnline: elements.isOnline ?? null,
    isInHall: elements.isInHall ?? null,
    visits: elements.visits ?? null,
    legalDays: legal?.days ?? null,
    promisedDays: promised?.days ?? null,
    dayUnit: units.size === 1 ? [...units][0]! : null,
    isComplete: missingOf(elements).length === 0,
    faults: remarks.filter(({ severity }) => severity === 'fault').length,
    doubts: remarks.filter(({ severity }) => severity === 'doubt').length,
    elements,
  };
}
