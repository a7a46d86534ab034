import type { Content } from 'pdfmake';
import { linkOf } from './paper-layout.ts';
import type { Run } from './paper.ts';

/** The printed number of a source. */
export type Mark = (id: string) => number;
export type ContentText = Extract<Content, { readonly text: unknown; readonly qr?: never }>;

/** pdfmake writes into what it is given, so every object here is fresh. */
export function pdfRuns(all: readonly Run[], mark: Mark): ContentText[] {
  return all.flatMap((each): ContentText[] => {
    const { text, isBold, ref } = each;
    const link = linkOf(each);
    const words = { text, ...(isBold ? { bold: true } : {}), ...(link ? { link, color: '#1f3a6e' } : {}) };
    if (ref === undefined) return [words];
    const number = mark(ref);
    // A mark is never broken in itself, nor from the digits it follows.
    const look = { sup: true, noWrap: true, color: '#556677' } as const;
    return [words, { text: `[${number}]`, ...look, linkToDestination: `source-${number}` }];
  });
}
