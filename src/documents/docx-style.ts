import {
  AlignmentType,
  convertMillimetersToTwip as mm,
  Footer,
  Header,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type IStylesOptions,
} from 'docx';
import type { Align, Orientation } from './paper.ts';

/** GB/T 9704—2012, 5.2: A4, 22 lines a page of 225 mm, so 28.95 points from line to line; type 3号 is 16 points. */
const LINE = 579;
/** Half points. 2号 22, 3号 16, 四号 14, 五号 10.5, 小五 9. */
export const SIZE = { title: 44, body: 32, page: 28, cell: 21, small: 18 } as const;

const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
export const TITLE = font('方正小标宋简体');
const BODY = font('仿宋');
export const CELL = font('宋体');
export const BLACK = font('黑体');
/** Words that lead somewhere: told from black on a screen, black enough on paper. */
export const LINK = '1F3A6E';
const KAI = font('楷体');

export const ALIGN: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};

const exact = { line: LINE, lineRule: LineRuleType.EXACT } as const;

export const styles: IStylesOptions = {
  default: {
    document: { run: { font: BODY, size: SIZE.body }, paragraph: { spacing: exact } },
    heading1: {
      run: { font: BLACK, size: SIZE.body, color: '000000' },
      paragraph: { indent: { firstLine: 640 } },
    },
    heading2: {
      run: { font: KAI, size: SIZE.body, color: '000000' },
      paragraph: { indent: { firstLine: 640 } },
    },
    heading3: {
      run: { font: BODY, size: SIZE.body, bold: true, color: '000000' },
      paragraph: { indent: { firstLine: 640 } },
    },
  },
};

/** Usable width in twips: A4 less the margins of {@link pageOf}. */
export const usableWidth: Readonly<Record<Orientation, number>> = {
  portrait: mm(210 - 28 - 26),
  landscape: mm(297 - 25 - 25),
};

export function pageOf(orientation: Orientation) {
  const portrait = {
    top: mm(37),
    left: mm(28),
    right: mm(26),
    bottom: mm(35),
    footer: mm(26),
    header: mm(15),
  };
  const landscape = {
    top: mm(28),
    left: mm(25),
    right: mm(25),
    bottom: mm(26),
    footer: mm(15),
    header: mm(15),
  };
  return orientation === 'portrait'
    ? { size: { width: mm(210), height: mm(297) }, margin: portrait }
    : {
        size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
        margin: landscape,
      };
}

/** The paper's banner at the top of every page; right and left pages need one each. */
export function banners(banner: string | undefined) {
  if (!banner) return {};
  const run = new TextRun({ font: CELL, size: SIZE.small, color: 'AA3333', text: banner });
  const header = new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })],
  });
  return { headers: { default: header, even: header } };
}

/** GB/T 9704, 7.5: `— 1 —` in 4号 宋体, at the outer edge, one character in. */
export function pageNumbers() {
  const footer = (alignment: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { left: SIZE.page * 10, right: SIZE.page * 10 },
          children: [
            new TextRun({ font: CELL, size: SIZE.page, children: ['— ', PageNumber.CURRENT, ' —'] }),
          ],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}
