import { cellHandlers } from './docx-cells.ts';
import { wordHandlers, type DocxSeen } from './docx-words.ts';
import type { TextBuilder } from './text-builder.ts';
import { attribute, type Attributes } from './xml-token.ts';
import type { XmlHandler } from './xml.ts';

/** What to do at the start and at the end of an element, by its name. */
export interface Handlers {
  readonly open: Readonly<Record<string, (tag: Attributes) => void>>;
  readonly close: Readonly<Record<string, () => void>>;
}

/** Content that a reader of the printed page does not see, and old properties, which look like present ones. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback', // the same text box again, for old programs
  'instrText',
  'delInstrText',
  'delText',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tcPrChange',
  'trPrChange',
  'sectPr',
  'rt', // the small reading above a character
]);

/** Walks the body of a Word part (document, footnotes) and gives its lines and tables to `text`. */
export function paragraphReader(text: TextBuilder): { handler: XmlHandler; seen: () => DocxSeen } {
  const cells = cellHandlers(text);
  const words = wordHandlers(text, cells.begin);
  // Maps, because an element may be called `constructor`.
  const opening = new Map(Object.entries({ ...cells.open, ...words.open }));
  const closing = new Map(Object.entries({ ...cells.close, ...words.close }));
  let skipping = 0;
  return {
    handler: {
      open: (name, tag) => {
        if (skipping > 0 || isSkipped(name, tag)) skipping += 1;
        else opening.get(name)?.(tag);
      },
      close: (name) => {
        if (skipping > 0) skipping -= 1;
        else closing.get(name)?.();
      },
      text: (piece) => {
        if (skipping === 0) words.say(piece);
      },
    },
    seen: words.seen,
  };
}

/** The rule above the footnotes is a footnote of another type. */
function isSkipped(name: string, tag: Attributes): boolean {
  if (name !== 'footnote' && name !== 'endnote') return SKIPPED.has(name);
  return (attribute(tag, 'type') ?? 'normal') !== 'normal';
}
