import { compare, fraction, minus, sum } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import { cellPlace } from './table-rows.ts';
import { placeOfStatement } from './places.ts';
import type { Table } from '../tables/table.ts';
import { said } from '../text/figure.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import { sameUnit } from './growth-finding.ts';
import { isShareName } from '../text/share-names.ts';
import type { Statement } from '../text/statement.ts';
import { shownName } from '../text/shown-name.ts';

const HUNDRED = fraction(100);

/** A part greater than its whole, and rates beyond what they can be. */
export const orders = (statements: readonly Statement[], tables: readonly Table[]): readonly Finding[] => [
  ...statements.flatMap(beyondHundred),
  ...tables.flatMap(ratesBeyondHundred),
  ...partsAboveWhole(statements),
  ...pairsInOrder(statements),
];

/** What is covered may not be what was due, and what is closed may be of last year. */
const MAY_PASS = /覆盖|结案|利用|回访|评价/;

function beyondHundred(statement: Statement): readonly Finding[] {
  const { figure } = statement;
  if (
    figure.unit.dimension !== 'rate' ||
    statement.role === 'change' ||
    figure.approximate ||
    compare(figure.value, HUNDRED) <= 0
  )
    return [];
  // More than was planned can be done, and more than last year.
  if (/计划|任务|目标|预算|上年|去年|同期/.test(statement.subject)) return [];
  const isShare = statement.role === 'share' && /占|比重/.test(statement.subject);
  if (!isShare && !isShareName(coreName(statement.subject))) return [];
  const may = MAY_PASS.test(tight(statement.subject)) || /^[(]?[^，,。;；]{0,6}[含包]/.test(statement.behind);
  const calc = `${shownName(statement.subject)}${said(figure)}，大于100%${may ? '；请说明口径' : ''}`;
  return [
    finding({
      kind: 'order',
      verdict: may ? 'doubtful' : 'contradiction',
      a: figure.value,
      b: HUNDRED,
      unit: figure.unit,
      calc,
      where: [placeOfStatement(statement)],
    }),
  ];
}

function ratesBeyondHundred(table: Table): readonly Finding[] {
  return table.columns
    .filter((column) => column.kind === 'rate' && isShareName(column.name))
    .flatMap((column) =>
      table.rows.flatMap((row) => {
        const figure = row.cells[column.index]?.figure;
        if (!figure || compare(figure.value, HUNDRED) <= 0) return [];
        const may = MAY_PASS.test(column.name);
        const calc = `${row.label}的${column.name}${figure.printed}%，大于100%${may ? '；请说明口径' : ''}`;
        return [
          finding({
            kind: 'order',
            verdict: may ? 'doubtful' : 'contradiction',
            a: figure.value,
            b: HUNDRED,
            unit: figure.unit,
            calc,
            where: [cellPlace(table, row, column)],
          }),
        ];
      }),
    );
}

/** What is due may come from other channels or from last year. */
const CARRIES = /应办|应受理|办理|办结|处理|完成|答复|回复|整改|支出|使用/;

/** 共…件。其中，…件: one part alone above everything before it. */
function partsAboveWhole(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((part, at) => {
    // 包括 may name what the count before it is about, not its parts.
    if (!part.opens || /包[括含]/.test(part.subject)) return [];
    if (part.role !== 'level' || part.figure.approximate) return [];
    // 其余为普通卡乘客，其中扫码538.4万人次: of the rest, which is not printed.
    if (
      /(?:其余|其他|其它|剩余|余下)[^。;；\d]{0,40}其中[^，,。;；]{0,16}$/.test(
        part.text.slice(0, Math.min(30, part.start)),
      )
    )
      return [];
    const wholes = wholesBefore(statements, at);
    const whole = wholes.findLast((each) => /共|总|合计|累计/.test(each.subject)) ?? wholes.at(-1);
    // A loss has gains among its parts.
    if (wholes.some(({ figure }) => figure.value.num < 0n)) return [];
    if (!whole || compare(part.figure.value, whole.figure.value) <= 0) return [];
    const all = sum(wholes.map((each) => each.figure.value));
    const several = wholes.length > 1;
    if (several && compare(part.figure.value, all) <= 0 && !CARRIES.test(part.subject)) return [];
    const doubtful = CARRIES.test(part.subject) || several;
    const { unit } = part.figure;
    const gap = (value: typeof all): string =>
      `${value.num < 0n ? '−' : '+'}${inUnit(value, unit).replace('-', '')}${unit.text}`;
    const other = several
      ? `；与${wholes.map((each) => said(each.figure)).join(' + ')} = ${inUnit(all, unit)}${unit.text}相差${gap(minus(part.figure.value, all))}`
      : '';
    const calc = `“其中”${shownName(part.subject)}${said(part.figure)}，与${shownName(whole.subject)}${said(whole.figure)}相差${gap(minus(part.figure.value, whole.figure.value))}${other}${doubtful ? '；请说明口径' : ''}`;
    return [
      finding({
        kind: 'order',
        verdict: doubtful ? 'doubtful' : 'contradiction',
        a: part.figure.value,
        b: whole.figure.value,
        unit,
        calc,
        where: [part, ...wholes].map(placeOfStatement),
      }),
    ];
  });
}

/** Levels in the same unit, in the sentence that 其中 goes back to. */
function wholesBefore(statements: readonly Statement[], at: number): readonly Statement[] {
  const part = statements[at];
  if (!part) return [];
  const found: Statement[] = [];
  const before = statements[at - 1];
  const isAfterOther = before?.sentence === part.sentence && before.paragraph === part.paragraph;
  // 2个集体、7名个人获表彰，其中省级3个: of all that was listed.
  if (
    isAfterOther &&
    before.role === 'level' &&
    before.mark === '、' &&
    !sameUnit(before.figure, part.figure)
  )
    return [];
  for (const other of statements.slice(Math.max(0, at - 4), at).toReversed()) {
    if (other.paragraph !== part.paragraph || part.sentence - other.sentence > 1) break;
    // 百岁老人500元。成交均价4120元/平方米，其中…: where its own sentence says something first, that is the whole.
    if (isAfterOther && other.sentence !== part.sentence) break;
    if (
      other.role !== 'level' ||
      other.figure.approximate ||
      // 户均2万元，其中…; 标准每人每月1100元，其中…: nothing is a part of an average, a price or a standard.
      /均|每[人户月年件亩吨平]|标准|单价|价格/.test(tight(other.subject)) ||
      other.figure.unit.text !== part.figure.unit.text
    ) {
      // 转办21件；来电6530个，其中派单1480件: it divides what stands right before it, in whatever unit.
      if (other === before && isCountOfOtherUnit(other, part)) return [];
      continue;
    }
    if (found.length > 0 && found[0]?.sentence !== other.sentence) break;
    found.unshift(other);
    if (other.opens) break;
  }
  if (part.figure.unit.dimension !== 'count' && part.figure.unit.dimension !== 'money') return [];
  const levels = found.filter(({ subject }) => !STEP.test(tight(subject)));
  return levels.length > 0 ? levels : found;
}

/** 收入960万元，同比增长6.7%，增收60万元。其中税收670万元: of the income, not of what came in more. */
const STEP = /(?:增|减)[收支](?:了|约)?$/;

const isCountOfOtherUnit = (other: Statement, part: Statement): boolean =>
  other.role === 'level' &&
  other.depth <= part.depth &&
  other.figure.unit.dimension === 'count' &&
  part.figure.unit.dimension === 'count' &&
  other.figure.unit.text !== part.figure.unit.text;

const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:办理|办结|全部办结|办理完毕)(?:工单|诉求|事项)?$/, /应办|应当办/],
  [
    /(?:按期|按时|及时)(?:办结|办理|完成|答复)$/,
    /^(?:应|已|共)?(?:办结|办理|应办理|完成|答复)(?:工单|诉求|事项|业务)?$/,
  ],
  [/^不满意(?:工单|评价|件)?$/, /回访(?:工单|群众|诉求)?$/],
  [/^(?:已|完成)?整改(?:差评|到位)?$/, /^(?:共|收到|产生)?差评$/],
  [/(?:回收|收回)(?:有效)?(?:调查)?(?:问卷|问卷调查表)?$/, /(?:发放|发出)\S{0,6}(?:问卷|调查表)?$/],
  [/^\S{0,4}成功$/, /^(?:\S{0,6})(?:抢救|救治|实施|开展|调解|申报)\S{0,8}$/],
  [/^(?:\d{1,2}秒内|及时)(?:接通|应答|接听)$/, /^(?:人工)?(?:接通|应答|接听)$/],
];

/** Pairs whose order the words fix: those done in time are among those done. */
function pairsInOrder(statements: readonly Statement[]): readonly Finding[] {
  return statements.flatMap((small, at) => {
    if (small.role !== 'level' || small.figure.unit.dimension !== 'count' || small.figure.approximate)
      return [];
    const name = coreName(small.subject);
    const pair = PAIRS.find(([pattern]) => pattern.test(name));
    const big =
      pair &&
      statements
        .slice(Math.max(0, at - 4), at)
        .findLast(
          (other) =>
            other.paragraph === small.paragraph &&
            small.sentence === other.sentence &&
            other.role === 'level' &&
            other.figure.unit.text === small.figure.unit.text &&
            pair[1].test(tight(coreName(other.subject))),
        );
    if (!big || small.opens || big.figure.approximate || compare(small.figure.value, big.figure.value) <= 0)
      return [];
    const calc = `${name}${said(small.figure)}，大于${shownName(big.subject)}${said(big.figure)}`;
    return [
      finding({
        kind: 'order',
        verdict: 'contradiction',
        a: small.figure.value,
        b: big.figure.value,
        unit: small.figure.unit,
        calc,
        where: [small, big].map(placeOfStatement),
      }),
    ];
  });
}
