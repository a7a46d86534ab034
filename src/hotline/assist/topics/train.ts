import { setImmediate } from 'node:timers/promises';
import { encodeModel } from './file.ts';
import { encodeHeldOut } from './held-out.ts';
import { learnTopics, type Told } from './learn.ts';
import { readLetters } from './letters.ts';
import { mark, type Marks } from './marks.ts';

/** A trained model as files, and what cross-validation says of it. */
export interface Trained {
  readonly model: Uint8Array;
  readonly heldOut: Uint8Array;
  readonly letters: number;
  readonly marks: Marks;
}

/** Learns from a JSONL file of letters with their topics. Refuses `hotline.unreadable-row`. */
export async function trainTopics(file: Uint8Array, told: Told): Promise<Trained> {
  const letters = readLetters(file);
  // The progress bar is drawn between two pieces of work.
  await setImmediate();
  const { model, heldOut } = learnTopics(letters, told);
  const ranked = (margins: readonly number[]): readonly string[] =>
    model.labels
      .map((label, i) => ({ label, margin: margins[i]! }))
      .sort((a, b) => b.margin - a.margin)
      .map(({ label }) => label);
  return {
    model: encodeModel(model),
    heldOut: encodeHeldOut(heldOut, letters),
    letters: letters.length,
    marks: mark(letters.map(({ label }, i) => ({ label, ranked: ranked(heldOut.margins[i]!) }))),
  };
}
