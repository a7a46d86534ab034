import { compare, fraction, plus } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { placeOfStatement } from './places.ts';

const HUNDRED = fraction(100);
const RATE = /^(?:不|未|非|差)?([\u4e00-\u9fff]{2,8}率)$/;

/** 合格率92%，不合格率12%: a rate and its opposite cannot make more than a hundred. */
export const oppositeRates = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((not, at) => {
    const name = rateName(not);
    const plain = name?.startsWith('不') === true || name?.startsWith('未') === true ? name.slice(1) : '';
    if (!plain || !RATE.test(plain)) return [];
    const near = statements.slice(Math.max(0, at - 4), at + 5);
    const opposite = near.find(
      (other) =>
        // Behind a semicolon something else is spoken of: 食品不合格率…；药品抽检126批次，合格率….
        other.paragraph === not.paragraph &&
        other.sentence === not.sentence &&
        other.segment === not.segment &&
        rateName(other) === plain,
    );
    if (!opposite) return [];
    const together = plus(opposite.figure.value, not.figure.value);
    if (compare(together, HUNDRED) <= 0) return [];
    const calc = `${plain}${said(opposite.figure)} + ${name ?? ''}${said(not.figure)}，合计大于100%`;
    const where = [not, opposite].map(placeOfStatement);
    const { unit } = not.figure;
    return [finding({ kind: 'sum', verdict: 'contradiction', a: together, b: HUNDRED, unit, calc, where })];
  });

function rateName({ figure, role, subject }: Statement): string | undefined {
  if (figure.unit.text !== '%' || role !== 'level' || figure.approximate) return undefined;
  const name = coreName(tight(subject));
  return name.endsWith('率') ? name : undefined;
}
