import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeModel } from './file.ts';
import { decodeHeldOut, type Unseen } from './held-out.ts';
import type { TopicModel } from './model.ts';

/** Where the model that ships stands, and beside it the models of four fifths. */
export const modelPath = resolve(import.meta.dirname, 'shipped/topics.model');
export const heldOutPath = resolve(import.meta.dirname, 'shipped/topics.held-out.model');

let shipped: TopicModel | undefined;

/** The model that ships, read once. */
export const shippedModel = (): TopicModel => (shipped ??= decodeModel(readFileSync(modelPath)));

let unseen: Unseen | null | undefined;

/** Its models of four fifths, read once; null when they were not made together. */
export function shippedUnseen(): Unseen | null {
  if (unseen === undefined) unseen = decodeHeldOut(readFileSync(heldOutPath), shippedModel());
  return unseen;
}
