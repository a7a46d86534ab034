import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import { placeOfStatement } from './places.ts';

const SCOPE = /全[县市区省州镇乡局]|[我本][县市区镇局]/;
const UNITS = /^(?:家|所|座|个|处|辆|台|名)$/;
/** A count that something has changed, or of some of them only. */
const SOME = /新|增|减|由|从|比|较|其中|已|未|完成|建成|改造|达标|合格|培训|检查|计划|拟|第/;
const ALL_OF = /^([\u4e00-\u9fff]{3,10}?)(?:均|全部|都|全覆盖)/;

/** Until when, in so many words. */
const TIME = /截至[^，,。;]{0,14}?[底末日]|(?:(?:19|20)\d\d)?年[底末]|全年|期末/g;
const CHANGES = /新|增|减|撤|并|关停|注销|划转|调整|取消|改为|由|升至|降至/;

/** 全县养老机构23家 and 全县25家养老机构均…: all there are of one thing, counted twice. */
export function stockCounts(statements: readonly Statement[]): readonly Finding[] {
  const known = new Map<string, Statement>();
  return statements.flatMap((statement) => {
    const key = keyOf(statement);
    if (key === undefined) return [];
    const first = known.get(key);
    if (!first) {
      known.set(key, statement);
      return [];
    }
    const verdict = verdictOf(first, statement);
    const ask = verdict === 'doubtful' ? '；请说明两处口径、时点是否相同' : '';
    const calc = `${key.split('|').join('')}：前文为${said(first.figure)}，此处为${said(statement.figure)}${ask}`;
    const { unit, value: a } = statement.figure;
    const where = [statement, first].map(placeOfStatement);
    return [finding({ kind: 'equal', verdict, a, b: first.figure.value, unit, calc, where })];
  });
}

/** Two counts of one name may be of two days or two kinds; only the same time in so many words makes them one. */
function verdictOf(first: Statement, second: Statement): Finding['verdict'] {
  if (compare(first.figure.value, second.figure.value) === 0) return 'consistent';
  const time = timeSaid(first);
  const still = ![first, second].some(({ text, after }) => CHANGES.test(text + after));
  return still && time !== undefined && time === timeSaid(second) ? 'contradiction' : 'doubtful';
}

/** The time its own sentence names before it. */
const timeSaid = ({ text, start }: Statement): string | undefined =>
  [...(text.slice(0, Math.min(30, start)).split(/[。;]/).at(-1) ?? '').matchAll(TIME)].at(-1)?.[0];

function keyOf({ figure, role, depth, period, subject, after }: Statement): string | undefined {
  if (role !== 'level' || figure.approximate || depth > 0 || !UNITS.test(figure.unit.text)) return undefined;
  const words = tight(subject);
  const scope = SCOPE.exec(words)?.[0];
  if (scope === undefined || SOME.test(words) || /上年|去年|同期|[12]\d{3}年.*[12]\d{3}年/.test(period))
    return undefined;
  const before = coreName(words.slice(words.indexOf(scope) + 2)).replace(/^(?:共有|现有|有)/, '');
  const noun = before === '' ? (ALL_OF.exec(tight(after))?.[1] ?? '') : before;
  const plain = noun.length >= 3 && noun.length <= 10 && (before === '' || !/[的和与及]/.test(noun));
  return plain ? `${period}|${scope}|${noun}` : undefined;
}
