import { join } from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import { fontCoverage, replaceUncovered } from './font-coverage.ts';
import { sectionsOf } from './paper-layout.ts';
import type { Paper } from './paper.ts';
import { pdfBlocks, pdfMissing, pdfSources, pdfTitle } from './pdf-blocks.ts';
import { UNPLACED } from './pdf-table.ts';
import { enlarge, waysToSet, type SetPage } from './pdf-sheet.ts';
import { tableBreaks, type TableBreaks } from './pdf-breaks.ts';

const fonts = join(import.meta.dirname, 'fonts');
const FILES = { normal: join(fonts, 'NotoSansSC-Regular.ttf'), bold: join(fonts, 'NotoSansSC-Bold.ttf') };
pdfmake.addFonts({ Sans: { ...FILES, italics: FILES.normal, bolditalics: FILES.bold } });
// Texts come from people: nothing they write may make the writer fetch or open anything.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === FILES.normal || path === FILES.bold);

type Definition = Parameters<typeof pdfmake.createPdf>[0];

const mm = (length: number): number => (length * 72) / 25.4;

/** pdfmake counts the page number among what follows on a page; the level tells it from text. */
const FOOTER = 9;
const MOST_BREAKS = 20;

/**
 * The paper as PDF, its font embedded (only the characters in use). A character the font does not have is printed as 〓
 * and listed at the end. Where a page begins inside a cell that spans rows, the cell is cut: only a layout shows where
 * that is, so the paper is laid out until it breaks where it is cut. A wall chart or a card is set anew with smaller letters
 * until it is one page. Expects printable text.
 */
export async function writePdf(original: Paper): Promise<Uint8Array> {
  const covered = replaceUncovered(original, fontCoverage(FILES.normal));
  const ways = waysToSet(original.sheet ?? 'A4');
  for (const way of ways) {
    const { bytes, pages } = await setOn(way, covered);
    if (pages === 1 || way === ways.at(-1)) return bytes;
  }
  throw new Error('there is no way to set a sheet');
}

async function setOn(
  page: SetPage,
  covered: ReturnType<typeof replaceUncovered>,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const breaks = tableBreaks();
  for (;;) {
    let pages = 0;
    const definition = definitionOf(covered, { page, breaksOf: breaks.of, told: (count) => (pages = count) });
    const bytes = await pdfmake.createPdf(definition).getBuffer();
    if (breaks.isSettled()) return { bytes, pages };
  }
}

interface Setting {
  readonly page: SetPage;
  readonly breaksOf: TableBreaks['of'];
  /** Is told how many pages there are. */
  readonly told: (pages: number) => void;
}

function definitionOf(
  { paper, missing }: ReturnType<typeof replaceUncovered>,
  { page, breaksOf, told }: Setting,
): Definition {
  const sections = sectionsOf(paper);
  const content: Content[] = sections.map(({ orientation, blocks }, at) => ({
    section: [
      ...(at === 0 ? pdfTitle(paper) : []),
      ...pdfBlocks(blocks, { paper, page: page.room[orientation], breaksOf }),
      ...(at === sections.length - 1 ? [...pdfSources(paper), ...pdfMissing(missing)] : []),
    ],
    pageOrientation: orientation,
    pageMargins: page.margins[orientation],
  }));
  const definition: Definition = {
    pageSize: page.size,
    pageMargins: page.margins.portrait,
    info: { title: paper.title, creator: 'Yichuang', producer: 'Yichuang' },
    defaultStyle: { font: 'Sans', fontSize: 12, lineHeight: 1.35 },
    content,
    pageBreakBefore: loneHeadings(),
    ...bannerOf(paper, page.scale),
    footer: (at, pages) => {
      told(pages);
      return enlarged(pageNumber(at, paper.sheet !== undefined && pages === 1), page.scale);
    },
  };
  enlarge(definition, page.scale);
  return definition;
}

const enlarged = (content: Content, scale: number): Content => {
  enlarge(content, scale);
  return content;
};
const pageNumber = (page: number, isAlone: boolean): Content => ({
  text: isAlone ? '' : `— ${page} —`,
  headlineLevel: FOOTER,
  fontSize: 11,
  alignment: page % 2 === 1 ? 'right' : 'left',
  margin: [mm(33), mm(5), mm(31), 0],
});

/** At the top of every page. */
const bannerOf = ({ banner }: Paper, scale: number): Pick<Definition, 'header'> =>
  !banner
    ? {}
    : {
        header: () =>
          enlarged(
            {
              text: banner,
              headlineLevel: FOOTER,
              fontSize: 9,
              color: '#aa3333',
              alignment: 'right',
              margin: [mm(28), mm(12), mm(26), 0],
            },
            scale,
          ),
      };

/** A heading or caption alone at the foot of a page goes over to its text. */
function loneHeadings(): NonNullable<Definition['pageBreakBefore']> {
  // Each such break lays out the whole paper again.
  let breaks = 0;
  return ({ headlineLevel, startPosition }, page) => {
    if (headlineLevel === undefined || headlineLevel >= UNPLACED || breaks >= MOST_BREAKS) return false;
    const isAlone = !page
      .getFollowingNodesOnPage()
      .some(
        (each) =>
          each.headlineLevel === undefined &&
          !each.table &&
          !each.stack &&
          each.startPosition.pageNumber === startPosition.pageNumber,
      );
    if (isAlone) breaks += 1;
    return isAlone;
  };
}
