import { minus } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { percentOf, rateCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import { placeOfStatement } from './places.ts';
import { shownName } from '../text/shown-name.ts';

const RATE = /^(?:总体|综合|抽检|抽查|抽样|检测|检验|监测)?(合格|达标)率$/;
const TESTED = /抽检|抽查|抽样|检测|检验|监测/;
/** 检验合格1274批次: the result of what was tested, and not all of it. */
const RESULT = /(?:合格|达标|优秀|良好|安全|通过|正常|符合要求)$/;

/** 抽检800批次，不合格12批次，合格率98.5%: what did not fail has passed. */
export const remainingRates = (statements: readonly Statement[]): readonly Finding[] =>
  statements.flatMap((rate, at) => {
    const name = RATE.exec(coreName(rate.subject))?.[1];
    const [base, failed] = statements.slice(Math.max(0, at - 2), at);
    if (name === undefined || rate.figure.unit.dimension !== 'rate' || !base || !failed) return [];
    const failing = new RegExp(`[不未]${name}$`).test(coreName(failed.subject));
    const three = [base, failed, rate];
    const together = three.every(
      (each) =>
        each.paragraph === rate.paragraph &&
        each.sentence === rate.sentence &&
        each.role === 'level' &&
        !each.figure.approximate,
    );
    if (!failing || !together || !isTested(base) || !sameUnit(base.figure, failed.figure)) return [];
    const passed = { ...failed.figure, value: minus(base.figure.value, failed.figure.value) };
    const computed = passed.value.num < 0n ? undefined : percentOf(passed, base.figure);
    if (!computed) return [];
    const { unit, decimals: printed, value: a } = rate.figure;
    const decimals = Math.max(2, printed);
    const b = computed.middle;
    const calc = `${shownName(rate.subject)}${said(rate.figure)}；(${said(base.figure)} − ${said(failed.figure)}) ÷ ${said(base.figure)} = ${inUnit(b, unit, decimals)}${unit.text}`;
    const verdict = rateCloseness(rate.figure, computed);
    return [
      finding({ kind: 'rate', verdict, a, b, unit, decimals, calc, where: three.map(placeOfStatement) }),
    ];
  });

const isTested = ({ subject }: Statement): boolean =>
  TESTED.test(tight(subject)) && !RESULT.test(coreName(subject));
