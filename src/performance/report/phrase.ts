import type { Run } from '#documents/index.ts';
import { shownFigure } from '../evaluation/figure.ts';
import { figureRun, type Writing } from './reported.ts';

/** A sentence about figures: written whole or, when one of them is not there, not at all. */
export type Phrase = (writing: Writing) => readonly Run[] | undefined;

/** phrase`受理工单${'hotline.workOrders'}。` — the key becomes the figure with unit and reference. */
export const phrase =
  (words: TemplateStringsArray, ...keys: readonly string[]): Phrase =>
  (writing) => {
    if (keys.some((key) => writing.book.value(key) === undefined)) return undefined;
    return words.flatMap((text, index): Run[] => {
      const key = keys[index];
      if (key === undefined) return [{ text }];
      return [{ text }, figureRun(writing, key, shownFigure(writing.book.figure(key)))];
    });
  };

/** The sentences that can be written, one after the other. */
export const told = (writing: Writing, phrases: readonly Phrase[]): readonly Run[] =>
  phrases.flatMap((each) => each(writing) ?? []).filter((run) => run.text !== '');
