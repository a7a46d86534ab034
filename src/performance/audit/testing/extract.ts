import type { Extracted } from '#documents/extracted.ts';

/** Plain text as its reader hands it over: lines, no tables. */
export const fromText = (text: string): Extracted => ({
  format: 'txt',
  lines: text.split(/\r\n|\n|\r/).map((line, at) => ({ number: at + 1, text: line })),
  tables: [],
  unread: [],
});
