import { decodeModel } from './topics/file.ts';
import { evaluateTopics, type Evaluation } from './topics/evaluate.ts';
import type { Told } from './topics/learn.ts';
import { readLetters } from './topics/letters.ts';
import { shippedModel } from './topics/shipped.ts';
import { readClosedOrders } from './units/closed-order.ts';
import { evaluateUnits, type UnitMarks } from './units/evaluate.ts';

export { describeEvaluation, describeSuggestion } from './describe.ts';
export { exportOrders } from './export-orders.ts';
export { suggestFor } from './suggest.ts';

interface How {
  readonly folds: number | undefined;
  /** A file that training wrote, or the shipped one whatever the letters. */
  readonly model: Uint8Array | 'shipped' | undefined;
}

/** Marks of the topic suggestion on a JSONL file of letters with their topics. */
export function evaluateTopicFile(file: Uint8Array, { folds, model }: How, told: Told): Evaluation {
  const chosen = model === 'shipped' ? shippedModel() : model && decodeModel(model);
  return evaluateTopics(
    readLetters(file),
    { ...(folds === undefined ? {} : { folds }), ...(chosen ? { model: chosen } : {}) },
    told,
  );
}

/** Marks of the unit suggestion on a JSONL file of closed orders. */
export const evaluateUnitFile = (file: Uint8Array): UnitMarks => evaluateUnits(readClosedOrders(file));
