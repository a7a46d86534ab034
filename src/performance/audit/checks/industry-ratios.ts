import { absolute, compare, fraction, hundred, minus, sum, toDecimal } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { quote } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';

const NUMBER = String.raw`(\d{1,2}(?:\.\d{1,2})?)`;
/** 三次产业结构由18.2:30.1:51.7调整为17.6:29.8:52.6. */
const RATIO = new RegExp(String.raw`(?<![\d.:])${NUMBER}\s?:\s?${NUMBER}\s?:\s?${NUMBER}(?![\d:]|\.\d)`, 'g');
const OF_INDUSTRIES = /(?:三次产业|[一二三、]{3,5}产业?|三产)[^。;；]{0,60}$/;

/** Shares of the three industries make a hundred; three printed digits may be off by one and a half. */
export const industryRatios = (paragraphs: readonly Paragraph[]): readonly Finding[] =>
  paragraphs.flatMap((paragraph) =>
    paragraph.text.includes('产')
      ? [...paragraph.text.matchAll(RATIO)].flatMap((match) => ratioFinding(paragraph, match))
      : [],
  );

function ratioFinding(paragraph: Paragraph, match: RegExpExecArray): readonly Finding[] {
  if (!OF_INDUSTRIES.test(paragraph.text.slice(Math.max(0, match.index - 70), match.index))) return [];
  const parts = match.slice(1, 4);
  const together = sum(parts.map(fraction));
  const apart = absolute(minus(together, hundred));
  // 1:2:3 is no list of shares.
  if (compare(apart, fraction(15)) > 0) return [];
  const decimals = Math.max(...parts.map((part) => part.split('.')[1]?.length ?? 0));
  const slack = fraction(['1.5', '0.15', '0.015'][decimals] ?? '0');
  const verdict = apart.num === 0n ? 'consistent' : compare(apart, slack) <= 0 ? 'rounding' : 'contradiction';
  const place = {
    line: paragraph.lineAt(match.index),
    place: paragraph.section || '正文',
    text: quote(match[0]),
  };
  const calc = `三次产业比例${parts.join(':')}，各项之和为${toDecimal(together, 2)}，应为100`;
  return [finding({ kind: 'sum', verdict, a: hundred, b: together, calc, where: [place] })];
}
