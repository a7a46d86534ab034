import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { Statement } from '../text/statement.ts';
import { twiceCloseness } from './closeness.ts';
import { placeOfStatement } from './places.ts';

const SAME = /^[(](?:即|折合|合|约合|折算为|也就是|人民币)?$/;
const SAID = /即|折合|合|也就是/;

/** 86万元（即860,000元）: one amount in two units. */
export const bracketUnits = (
  statements: readonly Statement[],
  paragraphs: readonly Paragraph[],
): readonly Finding[] =>
  statements.flatMap((inner, at) => {
    const outer = statements[at - 1];
    if (!outer || outer.paragraph !== inner.paragraph || inner.depth !== outer.depth + 1) return [];
    const subject = tight(inner.subject);
    const closes = paragraphs[inner.paragraph]?.text.slice(inner.end, inner.end + 1) === ')';
    if (!SAME.test(subject) || !closes || ![outer, inner].every(isMoney)) return [];
    if (outer.figure.unit.text === inner.figure.unit.text) return [];
    const close = twiceCloseness(outer.figure, inner.figure);
    const verdict =
      close === 'contradiction' && !SAID.test(subject) && !sameDigits(outer, inner) ? 'doubtful' : close;
    const { unit } = inner.figure;
    const calc = `${said(outer.figure)}应为${inUnit(outer.figure.value, unit)}${unit.text}，括号内为${said(inner.figure)}${verdict === 'doubtful' ? '；请说明两数的关系' : ''}`;
    const where = [inner, outer].map(placeOfStatement);
    const b = outer.figure.value;
    return [finding({ kind: 'unit', verdict, a: inner.figure.value, b, unit, calc, where })];
  });

const isMoney = ({ figure }: Statement): boolean => figure.unit.dimension === 'money' && !figure.approximate;

/** 1286400元 and 1286.40万元 differ by the place of the point only. */
const sameDigits = (a: Statement, b: Statement): boolean => digitsOf(a) === digitsOf(b);
const digitsOf = ({ figure }: Statement): string =>
  figure.printed.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
