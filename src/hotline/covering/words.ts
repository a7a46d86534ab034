import { coveredText } from '#lib/covering/masking.ts';
import type { Recorded } from '#lib/covering/recorded.ts';

/** What somebody said: in a confidential order the covered words, beside the caller the original ones. */
export interface Words {
  readonly title: string;
  readonly text: string;
}
/** What the order holds, and the original where anything had to be covered; nulls where nothing had to. */
export interface CoveredWords {
  readonly open: Words;
  readonly original: Words | { readonly title: null; readonly text: null };
}

/** 遮盖稿与原文 of a confidential order. A first proposal: an officer reads it against the original (`cover-text`). */
export function coveredWords(said: Words, recorded: Recorded): CoveredWords {
  const open = { title: coveredText(said.title, recorded), text: coveredText(said.text, recorded) };
  const isSame = open.title === said.title && open.text === said.text;
  return { open, original: isSame ? { title: null, text: null } : { title: said.title, text: said.text } };
}
