import type { Handlers } from './docx-paragraphs.ts';
import { isReferenceMark } from './reference-mark.ts';
import type { TextBuilder } from './text-builder.ts';
import { attribute, type Attributes } from './xml-token.ts';

export interface DocxSeen {
  readonly pictures: number;
  readonly isHiding: boolean;
  readonly isEmbedding: boolean;
}

interface Run {
  text: string;
  isRaised: boolean;
  isHidden: boolean;
}

interface Paragraph {
  text: string;
  run: Run | undefined;
  /** Inside pPr: there `tab` is a tab stop, not a character. */
  isInProperties: boolean;
}

export interface WordHandlers extends Handlers {
  readonly say: (piece: string) => void;
  readonly seen: () => DocxSeen;
}

/** Paragraphs, runs and characters. */
export function wordHandlers(text: TextBuilder, beginCell: () => void): WordHandlers {
  const seen = { pictures: 0, isHiding: false, isEmbedding: false };
  const { stack, write, mark, endRun } = paragraphStack(() => (seen.isHiding = true));
  let isInText = false;
  const properties = (isInside: boolean) => () => {
    const paragraph = stack.at(-1);
    if (paragraph) paragraph.isInProperties = isInside;
  };
  const character = (piece: string) => () => {
    if (stack.at(-1)?.isInProperties === false) write(piece);
  };

  return {
    say: (piece) => isInText && write(piece),
    seen: () => seen,
    open: {
      p: () => {
        beginCell();
        stack.push({ text: '', run: undefined, isInProperties: false });
      },
      r: () => void Object.assign(stack.at(-1) ?? {}, { run: { ...PLAIN_RUN } }),
      t: () => void (isInText = true),
      pPr: properties(true),
      vanish: (tag) => mark({ isHidden: isOn(tag) }),
      vertAlign: (tag) => mark({ isRaised: attribute(tag, 'val') === 'superscript' }),
      tab: character('\t'),
      br: (tag) => void (attribute(tag, 'type') === undefined && write('\n')),
      cr: character('\n'),
      noBreakHyphen: character('-'),
      sym: (tag) => write(symbol(attribute(tag, 'char') ?? '')),
      blip: () => void (seen.pictures += 1),
      imagedata: () => void (seen.pictures += 1),
      altChunk: () => void (seen.isEmbedding = true),
      OLEObject: () => void (seen.isEmbedding = true),
    },
    close: {
      p: () => text.line(stack.pop()?.text ?? ''),
      r: endRun,
      t: () => void (isInText = false),
      pPr: properties(false),
    },
  };
}

/** The paragraphs that are open: a text box puts paragraphs inside a run of another. */
function paragraphStack(onHidden: () => void) {
  const stack: Paragraph[] = [];
  const write = (piece: string): void => {
    const into = stack.at(-1)?.run ?? stack.at(-1);
    if (into) into.text += piece;
  };
  const mark = (change: Partial<Run>): void => void Object.assign(stack.at(-1)?.run ?? {}, change);
  const endRun = (): void => {
    const paragraph = stack.at(-1);
    const run = paragraph?.run;
    if (!run) return;
    paragraph.run = undefined;
    if (run.isHidden && run.text !== '') onHidden();
    if (!run.isHidden && !(run.isRaised && isReferenceMark(run.text))) paragraph.text += run.text;
  };
  return { stack, write, mark, endRun };
}

const PLAIN_RUN: Run = { text: '', isRaised: false, isHidden: false };
const isOn = (tag: Attributes): boolean => !['0', 'false', 'off'].includes(attribute(tag, 'val') ?? '');

/** Wingdings characters that forms use for ticked and empty boxes; its other characters are ornaments. */
const SYMBOLS = new Map([
  ['F0FE', '☑'],
  ['F052', '☑'],
  ['F053', '☒'],
  ['F0FD', '☒'],
  ['F0A8', '□'],
  ['F06F', '□'],
  ['F0A3', '□'],
  ['F0FC', '√'],
  ['F050', '√'],
  ['F0FB', '×'],
]);

function symbol(code: string): string {
  const value = Number.parseInt(code, 16);
  const isCharacter = value > 0 && value < 0xd800;
  return SYMBOLS.get(code.toUpperCase()) ?? (isCharacter ? String.fromCharCode(value) : '');
}
