import { compare, divide, fraction, minus, plus, times } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import type { Fact } from '../facts/fact.ts';
import { factOf } from '../facts/store.ts';
import { finding, inUnit } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { said } from '../text/figure.ts';
import { quote, tight } from '../text/fold.ts';
import type { Statement } from '../text/statement.ts';
import { twiceCloseness } from './closeness.ts';
import { placeOfStatement } from './places.ts';

const FUNDS =
  /(?:投入|安排|使用|落实|下达|支付|拨付).{0,8}(?:专项|项目)(?:资金|经费)|(?:专项|项目)(?:资金|经费).{0,10}(?:投入|安排|使用|落实|支付|拨付)/;
const SPENT = /全部用于|全部支付|支付到位|全部使用|全部拨付|按进度支付|全额支付|已支出|专款专用/;
const ON_SCHEDULE =
  /(?:全部|均|都)[^。；]{0,6}(?:按|按照|如期)?(?:计划|预算|规定)?(?:进度|时限|时间)[^。；]{0,6}(?:支付|拨付|下达|支出|执行)(?:到位|完毕|完成)?|(?:支付|拨付|支出)进度(?:为|达到?)?100%/;

/** What the text says of special funds against what the tables say of project spending, income and surplus. */
export function specialFunds(reading: Reading): readonly Finding[] {
  const { statements, facts } = reading;
  const found = statements.filter(
    (each) =>
      each.role === 'level' &&
      each.figure.unit.dimension === 'money' &&
      !each.figure.approximate &&
      FUNDS.test(tight(each.subject)),
  );
  const totals = found.filter((each) => /总|共|合计|全年|全部/.test(each.subject));
  return [...totals.flatMap((each) => fundsFindings(each, reading)), ...schedule(reading, facts)];
}

function fundsFindings(funds: Statement, { facts, paragraphs, sheet }: Reading): readonly Finding[] {
  const project = factOf(facts, 'project');
  if (!project || project.figure.unit.dimension !== 'money') return [];
  const sentence = sentenceAround(paragraphs[funds.paragraph]?.text ?? '', funds.start);
  const spent = SPENT.test(sentence);
  const close = twiceCloseness(funds.figure, project.figure);
  const touches = sheet?.rows.find((row) => /支付进度|资金使用/.test(row.name))?.path ?? null;
  const verdict = close === 'contradiction' && !spent ? 'doubtful' : close;
  const calc = `文中专项资金${said(funds.figure)}${spent ? '，并称全部用于或支付到位' : ''}；表中${project.name}${said(project.figure)}${verdict === 'doubtful' ? '；请说明是否尚未支出' : ''}`;
  const first = finding({
    kind: 'cross',
    verdict,
    a: funds.figure.value,
    b: project.figure.value,
    unit: funds.figure.unit,
    calc,
    touches,
    where: [placeOfStatement(funds), project.place],
  });
  return verdict === 'contradiction' ? [first, ...aboveIncome(funds, facts)] : [first];
}

/** Special funds and basic spending together cannot be more than everything that came in. */
function aboveIncome(funds: Statement, facts: readonly Fact[]): readonly Finding[] {
  const basic = factOf(facts, 'basic');
  const income = factOf(facts, 'income');
  if (!basic || !income) return [];
  const together = plus(funds.figure.value, basic.figure.value);
  if (compare(together, income.figure.value) <= 0) return [];
  const unit = income.figure.unit;
  const calc = `专项资金${said(funds.figure)} + 基本支出${said(basic.figure)} = ${inUnit(together, unit)}${unit.text}，大于全部收入${said(income.figure)}`;
  return [
    finding({
      kind: 'order',
      verdict: 'contradiction',
      a: together,
      b: income.figure.value,
      unit,
      calc,
      where: [placeOfStatement(funds), basic.place, income.place],
    }),
  ];
}

/** All paid on schedule, and a good part of the money left over. */
function schedule({ paragraphs, sheet }: Reading, facts: readonly Fact[]): readonly Finding[] {
  const income = factOf(facts, 'income');
  const surplus = factOf(facts, 'surplus');
  if (!income || !surplus || income.figure.value.num === 0n) return [];
  const share = divide(times(surplus.figure.value, fraction(100)), income.figure.value);
  if (compare(share, fraction(10)) < 0) return [];
  for (const paragraph of paragraphs) {
    const said = ON_SCHEDULE.exec(paragraph.text);
    if (!said || /未|没有|应当|确保|要求/.test(paragraph.text.slice(Math.max(0, said.index - 4), said.index)))
      continue;
    const touches = sheet?.rows.find((row) => /支付进度/.test(row.name))?.path ?? null;
    const b = inUnit(share, undefined, 2);
    const calc = `文中称“${quote(said[0], 24)}”；结余${inUnit(surplus.figure.value, surplus.figure.unit)} ÷ 收入${inUnit(income.figure.value, income.figure.unit)} = ${b}%未支出，请说明未支出资金的去向和进度`;
    const where = [
      { line: paragraph.lineAt(said.index), place: paragraph.section || '正文', text: quote(said[0]) },
      surplus.place,
      income.place,
    ];
    return [
      {
        ...finding({
          kind: 'cross',
          verdict: 'doubtful',
          a: fraction(100),
          b: minus(fraction(100), share),
          decimals: 2,
          calc,
          touches,
          where,
        }),
        a: quote(said[0], 30),
        b: `${b}%`,
        difference: '',
      },
    ];
  }
  return [];
}

function sentenceAround(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('。', at), at - 200);
  const end = text.indexOf('。', at);
  return text.slice(from, end < 0 ? at + 200 : end);
}
