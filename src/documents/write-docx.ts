import { Document, Packer, SectionType, type ISectionOptions } from 'docx';
import { docxBlocks, docxSources, docxTitle } from './docx-blocks.ts';
import { banners, pageNumbers, pageOf, styles } from './docx-style.ts';
import { sectionsOf } from './paper-layout.ts';
import type { Paper } from './paper.ts';

/** The paper as a Word file in the look of an official document (GB/T 9704). Expects printable text. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const sections = sectionsOf(paper).map(({ orientation, blocks }, at, all): ISectionOptions => {
    const isLast = at === all.length - 1;
    return {
      properties: { type: SectionType.NEXT_PAGE, page: pageOf(orientation) },
      ...banners(paper.banner),
      footers: pageNumbers(),
      children: [
        ...(at === 0 ? docxTitle(paper) : []),
        ...docxBlocks(blocks, { paper, orientation }),
        ...(isLast ? docxSources(paper) : []),
      ],
    };
  });
  const document = new Document({
    title: paper.title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles,
    evenAndOddHeaderAndFooters: true,
    sections,
  });
  return Packer.toBuffer(document);
}
