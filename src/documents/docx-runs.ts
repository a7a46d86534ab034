import {
  Bookmark,
  ExternalHyperlink,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { LINK, SIZE } from './docx-style.ts';
import { linkOf } from './paper-layout.ts';
import type { PaperSource, Run } from './paper.ts';

interface RunLook {
  /** Number of a source; needed where runs have references. */
  readonly mark?: (id: string) => number;
  readonly run?: IRunOptions;
}

const anchor = (number: number): string => `source_${number}`;

/** Runs with their line breaks, links and raised reference marks. */
export function runsOf(runs: readonly Run[], { mark, run = {} }: RunLook = {}): ParagraphChild[] {
  return runs.flatMap((each) => {
    const { text, isBold, ref } = each;
    const link = linkOf(each);
    const look = { ...run, ...(isBold ? { bold: true } : {}), ...(link ? { color: LINK } : {}) };
    const lines = text
      .split('\n')
      .map((line, at) => new TextRun({ ...look, ...(at > 0 ? { break: 1 } : {}), text: line }));
    const words = link ? [new ExternalHyperlink({ link, children: lines })] : lines;
    return ref === undefined || !mark ? words : [...words, markOf(mark(ref), run)];
  });
}

const markOf = (number: number, run: IRunOptions): ParagraphChild =>
  new InternalHyperlink({
    anchor: anchor(number),
    children: [new TextRun({ ...run, text: `[${number}]`, superScript: true, color: '556677' })],
  });

/** The list the marks lead to, a paragraph's children each. */
export const docxSourceList = (sources: readonly PaperSource[]): ParagraphChild[][] =>
  sources.map(({ text }, at) => [
    new Bookmark({
      id: anchor(at + 1),
      children: [new TextRun({ size: SIZE.small, text: `[${at + 1}] ` })],
    }),
    ...runsOf([{ text }], { run: { size: SIZE.small } }),
  ]);
