import type { ExtractedLine } from '#documents/extracted.ts';
import { fold } from './fold.ts';
import { outline, type Above } from './outline.ts';
import { timeOf } from './period.ts';

/** Running text: lines that a hard wrap broke are joined again, and every position still knows its line. */
export interface Paragraph {
  /** Folded. */
  readonly text: string;
  /** The heading above it, as printed. */
  readonly section: string;
  /** All headings above it and the one run into it. */
  readonly above: Above;
  /** Says what was wanted, not what is. */
  readonly planned: boolean;
  readonly lineAt: (position: number) => number;
}

const HEADING =
  /^\s{0,20}(?:第?[一二三四五六七八九十]{1,3}[、.章节]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}[、.](?!\d))/;
const ENDS = /[。;:!?！？：；…)）】]\s*$/;
const STARTS =
  /^\s{0,20}(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[①-⑳]|[-*•·●◆]|\||[\u4e00-\u9fff]{2,8}[:：])/;
// Shorter lines end where the writer ended them; longer ones were cut by a page.
const WRAPPED = 24;
const LONGEST = 8000;

/** A page cuts every line at the same width, so what follows is never much longer. */
const isWrapped = (line: string, next: string): boolean =>
  next.length <= line.length + 4 &&
  line.trim().length >= WRAPPED &&
  !ENDS.test(line.slice(-6)) &&
  next.trim() !== '' &&
  !STARTS.test(next.slice(0, 40)) &&
  !next.startsWith('\t') &&
  !line.includes('\t');

/** A line of a million characters is read sentence by sentence, a few thousand at a time. */
function pieces(line: ExtractedLine): readonly ExtractedLine[] {
  if (line.text.length <= LONGEST) return [line];
  const found: ExtractedLine[] = [];
  for (let from = 0; from < line.text.length;) {
    const stop = line.text.lastIndexOf('。', from + LONGEST);
    const to = stop > from ? stop + 1 : from + LONGEST;
    found.push({ number: line.number, text: line.text.slice(from, to) });
    from = to;
  }
  return found;
}

/** The paragraphs of the lines given, which need not be contiguous; those of `planned` stay by themselves. */
export function paragraphsOf(
  given: readonly ExtractedLine[],
  planned: ReadonlySet<ExtractedLine> = new Set(),
): readonly Paragraph[] {
  const lines = given.flatMap((line) => (planned.has(line) ? [line] : pieces(line)));
  const found: Paragraph[] = [];
  let open: Open | undefined;
  let section = '';
  let chapter = '';
  const headings = outline();
  const close = (): void => {
    if (open) found.push(paragraph(open, section));
    open = undefined;
  };
  for (const [at, line] of lines.entries()) {
    const text = fold(line.text);
    if (text.trim() === '') {
      close();
      continue;
    }
    if (open && open.text.length < LONGEST) {
      open.starts.push(open.text.length);
      open.numbers.push(line.number);
      open.text += text;
    } else {
      close();
      const heading = headingIn(text);
      chapter = CHAPTER.exec(heading)?.input ?? chapter;
      section = heading === '' ? section : headed(chapter, heading);
      open = {
        text,
        starts: [0],
        numbers: [line.number],
        planned: planned.has(line),
        above: headings(text),
      };
    }
    const next = lines[at + 1];
    const apart = !next || next.number !== line.number + 1 || planned.has(line) !== planned.has(next);
    if (apart || !isWrapped(text, next.text)) close();
  }
  close();
  return found;
}

interface Open {
  text: string;
  readonly starts: number[];
  readonly numbers: number[];
  readonly planned: boolean;
  readonly above: Above;
}

const headingIn = (text: string): string =>
  HEADING.test(text) && text.trim().length <= 40 && !/。./.test(text.trim()) ? text.trim() : '';
const CHAPTER = /^[一二三四五六七八九十]{1,3}\s?、/;
/** （一）一般公共预算 below 一、2023年财政决算情况 is of 2023. */
const headed = (chapter: string, heading: string): string =>
  chapter !== heading && timeOf(chapter) !== undefined && timeOf(heading) === undefined
    ? `${chapter} / ${heading}`
    : heading;

function paragraph(open: Open, section: string): Paragraph {
  const { text, starts, numbers, planned, above } = open;
  const lineAt = (position: number): number => {
    let at = starts.length - 1;
    while (at > 0 && (starts[at] ?? 0) > position) at -= 1;
    return numbers[at] ?? 0;
  };
  return { text, section, planned, above, lineAt };
}
