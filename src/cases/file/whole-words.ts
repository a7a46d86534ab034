import { formatDay, type Day } from '#lib/time.ts';

/** What was written in full where a row shows it covered: when, in which field of which act. */
export interface WholeWords {
  readonly on: Day;
  readonly title: string;
  readonly text: string;
}

/** `〔2020年5月11日 提出中止·事实和理由〕` and the text under it. */
const block = ({ on, title, text }: WholeWords): string => `〔${formatDay(on)} ${title}〕\n${text}`;
const APART = '\n\n';
const HEAD = /^〔\d{4}年[^〔〕\n]+〕\n/;
const BETWEEN = /\n\n(?=〔\d{4}年[^〔〕\n]+〕\n)/;

/** What a case keeps of such words, the oldest first, as whoever unmasks it reads it. Pure. */
export const wholeAfter = (before: string | null, said: readonly WholeWords[]): string =>
  [...(before === null ? [] : [before]), ...said.map(block)].join(APART);

/** The texts alone. Pure. */
export const wholeTexts = (kept: string): readonly string[] =>
  kept.split(BETWEEN).map((each) => each.replace(HEAD, ''));
