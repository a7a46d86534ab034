import { folded } from '../compare/compare.ts';
import type { Elements } from '../elements/elements.ts';
import type { LegalBasisNotice } from './notice.ts';

/** Articles as they are named behind a title: `3`, `32`, `32之1`; empty when none is. */
interface Citation {
  readonly title: string;
  readonly articles: ReadonlySet<string>;
  readonly text: string;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 三十二 → 32, 一百零五 → 105, 十 → 10, 32 → 32; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let [sum, digit] = [0, Number.NaN];
  for (const letter of text) {
    if (letter in DIGITS) digit = DIGITS[letter]!;
    else if (letter in UNITS) {
      sum += (Number.isNaN(digit) ? 1 : digit) * UNITS[letter]!;
      digit = 0;
    } else return Number.NaN;
  }
  return sum + digit;
}

const NUMBER = '[零〇一二两三四五六七八九十百千\\d]+';
const RUN = new RegExp(`第((?:${NUMBER}(?:至第?|[-—－、,，和及]第?)?)+)条(?:之(${NUMBER}))?`, 'g');
const RANGE = new RegExp(`^(${NUMBER})(?:至第?|[-—－])第?(${NUMBER})$`);

/** 第三条至第五条 names all between; a list names each. */
function articlesIn(text: string): ReadonlySet<string> {
  const joined = text.replace(/条(?=(?:至|[-—－、,，和及])第)/g, '');
  const found = new Set<string>();
  for (const [, run = '', sub] of joined.matchAll(RUN))
    for (const part of run.split(/[、,，和及]第?/).filter((each) => each !== '')) {
      const [, from, to] = RANGE.exec(part) ?? [];
      const [first, last] = from && to ? [numberOf(from), numberOf(to)] : [numberOf(part), numberOf(part)];
      for (let n = first; n <= Math.min(last, first + 500); n++)
        found.add(sub ? `${n}之${numberOf(sub)}` : `${n}`);
    }
  return found;
}

/** 《中华人民共和国水法（2016修正）》 and 《水法》 are one law. */
const bare = (title: string): string =>
  folded(title)
    .replace(/[《》]/g, '')
    .replace(/^中华人民共和国/, '')
    .replace(/\([^()]*\)$/, '');

/** The laws a text cites, each with the articles named before the next one. */
function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(/《([^《》]+)》([^《]*)/g)].map(([whole, title = '', rest = '']) => ({
    title: bare(title),
    articles: articlesIn(rest),
    text: whole.trim(),
  }));
}

type Cited = Pick<LegalBasisNotice, 'title' | 'article'>;

/** Where the text cites it; nothing when it does not. Who cites a law without any article cites all of it. */
export function citedIn(text: string, { title, article }: Cited): string | undefined {
  const wanted = bare(title);
  const articles = article === null ? null : articlesIn(article);
  return citationsIn(text).find(
    (each) =>
      each.title === wanted &&
      (articles === null || each.articles.size === 0 || [...articles].some((one) => each.articles.has(one))),
  )?.text;
}

/** Where an item cites it: as its own ground, for its fee, or for a material it asks for. */
export function findCited(elements: Elements, notice: Cited): string | undefined {
  const { basis, feeBasis, feeReductionBasis, materials = [] } = elements;
  const texts = [basis, feeBasis, feeReductionBasis, ...materials.map((each) => each.basis)];
  for (const text of texts) {
    const found = typeof text === 'string' ? citedIn(text, notice) : undefined;
    if (found !== undefined) return found.slice(0, 300);
  }
  return undefined;
}
