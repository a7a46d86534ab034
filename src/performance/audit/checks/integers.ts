import { floor } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { said, type Figure } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { isOfRateList } from '../text/rate-list.ts';
import type { Statement } from '../text/statement.ts';
import { isWhole } from '../text/units.ts';
import type { Table } from '../tables/table.ts';
import { cellPlace } from './table-rows.ts';
import { placeOfStatement } from './places.ts';
import { reachableRate } from './reachable-rates.ts';
import { shownName } from '../text/shown-name.ts';

/** Counts of things are whole, and a rate of whole things is one of few. */
export const integers = (statements: readonly Statement[], tables: readonly Table[]): readonly Finding[] => [
  ...statements.flatMap((statement, at) => wholeCount(statement, statements.slice(Math.max(0, at - 8), at))),
  ...tables.flatMap(wholeCells),
  ...statements.flatMap((rate, at) =>
    isOfRateList(rate, statements[at + 1])
      ? []
      : reachableRate(rate, statements.slice(Math.max(0, at - 4), at)),
  ),
];

const isBroken = (figure: Figure): boolean =>
  isWhole(figure.unit) && figure.unit.scale.num === 1n && figure.value.den !== 1n;

const AVERAGE =
  /平均|人均|日均|月均|户均|均|每|[百千万]人口?|折合|比|得分|指数|倍|面积|率|周转|频次|密度|强度|系数|标准|(?:减少|压减|少)跑/;
/** 人均(按常住人口31万人)0.6册: the words stand before the bracket. */
function isAverageBefore({ subject, text, start }: Statement): boolean {
  if (!subject.includes(')')) return false;
  const lead = text.slice(0, Math.min(30, start)).replace(/[(][^()]*[)]/g, '');
  return lead.includes(')') || AVERAGE.test(lead.split(/[，,。;；]/).at(-1) ?? '');
}
/** 每千人口执业医师2.61人、注册护士3.04人，其中…: the word at the head of a sentence is of all its members. */
const AVERAGES = /平均|[人户日月村]均|每[一百千万个名户村人亩家]/;
/** 按每万人信访量排名，最低的是九岭乡8.3件: nor need the word belong to any figure. */
function isAverageInSentence({ text, start, figure }: Statement): boolean {
  // The text begins thirty characters before the figure.
  const [before, after] = [text.slice(0, Math.min(30, start)), text.slice(Math.min(30, start))];
  const lead = before.slice(
    Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf(';')) + 1,
  );
  // As in a table: one broken count is an error, several are measured in something else.
  const sentence = `${lead}${/^[^。；;]*/.exec(after)![0]}`;
  const broken = [...sentence.matchAll(/\d+\.\d+\s*(\p{sc=Han}{1,2})/gu)].filter(([, unit]) =>
    unit!.startsWith(figure.unit.text),
  );
  return AVERAGES.test(lead) || broken.length > 1;
}
function isAverageInList(statement: Statement, earlier: readonly Statement[]): boolean {
  return earlier.some(
    (other) =>
      other.paragraph === statement.paragraph &&
      other.segment === statement.segment &&
      (AVERAGES.test(other.subject) ||
        (isBroken(other.figure) && other.figure.unit.text === statement.figure.unit.text)),
  );
}
/** 由平均8.6份减少到5.2份: what an average falls to is an average. */
const goesOn = (statement: Statement, before: Statement | undefined): boolean =>
  before !== undefined &&
  before.sentence === statement.sentence &&
  before.paragraph === statement.paragraph &&
  before.figure.unit.text === statement.figure.unit.text &&
  (AVERAGE.test(before.subject) || isBroken(before.figure)) &&
  /[到至为]$/.test(tight(statement.subject));

function wholeCount(statement: Statement, earlier: readonly Statement[]): readonly Finding[] {
  const before = earlier.at(-1);
  if (!isBroken(statement.figure) || statement.figure.approximate || statement.role !== 'level') return [];
  const isAverage =
    AVERAGE.test(statement.subject) || isAverageBefore(statement) || isAverageInSentence(statement);
  if (isAverage || isAverageInList(statement, earlier) || goesOn(statement, before)) return [];
  // 0.82次/百万公里, 2.6人每千人: so many to something.
  if (/^\s?(?:[/／]|每)/.test(statement.after)) return [];
  if (
    !/^(?:人次|户次|件次|件|条|次|家|人|户|名|份|起|宗|张|本|册|笔|例|个|项)$/.test(
      statement.figure.unit.text,
    )
  )
    return [];
  if (!isSurelyCounted(statement)) return [];
  const calc = `${shownName(statement.subject)}${said(statement.figure)}，计数应为整数`;
  return [
    finding({
      kind: 'integer',
      verdict: 'contradiction',
      a: statement.figure.value,
      b: String(floor(statement.figure.value)),
      unit: statement.figure.unit,
      calc,
      where: [placeOfStatement(statement)],
    }),
  ];
}

/** 个 goes with whatever one likes (2.5个单位, 2.5个西湖的水量): only these things are never halved. */
const THINGS =
  /^(?:行政|自然|重点|中心|便民|服务|党|基层|规模|新型|农民|专业|各类|县直|区直|市直|居民|不动产|政务)*(?:村|社区|乡镇|镇|街道|项目|窗口|部门|科室|股室|站|网点|企业|公司|合作社|机构|事项|工单|问题|案件|岗位|支部|党支部|党委|协会|小区|学校|医院|网格|账户|园区|系统|平台|工程)/;
const LIKENED = /相当|等于|折|约合|浓度/;
const isSurelyCounted = ({ figure, subject, after }: Statement): boolean =>
  !LIKENED.test(subject) && (figure.unit.text !== '个' || THINGS.test(after));

const COUNTED =
  /(?:件|条|人|户|次|个|项|家|份)数$|工单(?:数|量)$|(?:受理|办结|办理|回访|评价|转办|派单|咨询|投诉|求助|建议|举报)(?:数|量|件数)?$/;

/** One broken count among whole ones is an error; a column of broken ones is measured in something else. */
function isMostlyWhole({ rows }: Table, column: number): boolean {
  const figures = rows.flatMap((row) => row.cells[column]?.figure ?? []);
  return figures.filter(({ value }) => value.den === 1n).length * 2 > figures.length;
}

const OF_RATES = /同比|环比|增减|增幅|增长|占比|比例|比重|[率均]|%/;

function wholeCells(table: Table): readonly Finding[] {
  return table.columns
    .filter(
      (column) =>
        column.kind === 'amount' &&
        (isWhole(column.unit) || COUNTED.test(column.name)) &&
        column.unit.scale.num === 1n &&
        column.unit.dimension !== 'money',
    )
    .filter((column) => !/平均|均|率|分|系数|指数/.test(column.name))
    .filter((column) => isMostlyWhole(table, column.index))
    .flatMap((column) =>
      table.rows.flatMap((row) => {
        const figure = row.cells[column.index]?.figure;
        if (!figure || figure.value.den === 1n || figure.unit.scale.num !== 1n) return [];
        // A row 同比 below rows of counts, -14.3%.
        if (['rate', 'points'].includes(figure.unit.dimension) || OF_RATES.test(row.path.join(''))) return [];
        const calc = `${row.label}的${column.name}${figure.printed}，计数应为整数`;
        return [
          finding({
            kind: 'integer',
            verdict: 'contradiction',
            a: figure.value,
            b: String(floor(figure.value)),
            unit: figure.unit,
            calc,
            where: [cellPlace(table, row, column)],
          }),
        ];
      }),
    );
}
