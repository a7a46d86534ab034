import { refuse } from '#lib/refusal.ts';
import './refusals.ts';
import { findText } from './decode.ts';
import type { Extracted } from './extracted.ts';
import type { Source } from './limits.ts';

const BREAK = /\r\n|\n|\r/;

/** Plain text: line numbers are those of the file. Tables are left to whoever understands the lines. */
export function readText({ bytes, name, limits }: Source): Extracted {
  const found = findText(bytes) ?? refuse('documents.unknown-format', { name });
  // Two more than the limit are enough to know that it is passed.
  const texts = found.text.split(BREAK, limits.lines + 2);
  if (texts.at(-1) === '') texts.pop();
  if (texts.length > limits.lines) refuse('documents.too-much', { name, what: `超过 ${limits.lines} 行` });
  const unread = found.broken > 0 ? [`有 ${found.broken} 个字符无法识别`] : [];
  return { format: 'txt', lines: texts.map((text, at) => ({ number: at + 1, text })), tables: [], unread };
}
