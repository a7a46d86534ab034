import {
  cell,
  headCell,
  heading,
  note,
  numberCell,
  paragraph,
  table,
  type Block,
  type Cell,
  type Paper,
  type Run,
} from '#documents/index.ts';
import { formatDay, type Day } from '#lib/time.ts';
import type { Bulletin, BulletinColumn, BulletinLine } from './bulletin.ts';
import type { Composite } from './composite.ts';

function gradeOf(composite: Composite): string {
  if ('notYet' in composite) return composite.notYet;
  return 'missing' in composite
    ? `缺少${composite.missing.join('、')}`
    : `${composite.value}（${composite.grade ?? composite.ungraded}）`;
}

/** A rate with what it is made of: 99.95 % without 11297/11303 is a rumour. */
const shown = ({ text, numerator, denominator }: BulletinLine['cells'][number]): string =>
  denominator === null || denominator === '0' ? text : `${text}\n(${numerator}/${denominator})`;

const COUNT_WIDTH = 2;
const RATE_WIDTH = 4;
/** All columns side by side leave no room for a figure on A4: the work stands in one table, what was said of it in another. */
const FIRST_OF_SAID = 'hotline.response-rate';

interface Half {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly hasValue: boolean;
}
function halvesOf(columns: readonly BulletinColumn[]): readonly Half[] {
  const cut = columns.findIndex(({ name }) => name === FIRST_OF_SAID);
  return [
    { title: '办理', from: 0, to: cut, hasValue: false },
    { title: '回访', from: cut, to: columns.length, hasValue: true },
  ];
}

type Figure = BulletinLine['cells'][number];
/** Where the paper's figures lead; papers of tests and of no known address lead nowhere. */
type Origin = string | undefined;

/** Words that lead to the desk's page of the orders behind a figure. */
const linked = (text: string, { records }: Figure, origin: Origin): Run =>
  origin === undefined ? { text } : { text, link: `${origin}${records.replace('/api/', '/desk/')}` };

const cellOf = (each: Figure, origin: Origin): Cell =>
  each.denominator === null
    ? numberCell(linked(each.text, each, origin))
    : cell(linked(shown(each), each, origin), { align: 'right' });

interface Asked {
  readonly bulletin: Bulletin;
  readonly origin: Origin;
}
function tableOf(
  { title, lines }: Pick<Bulletin['tables'][number], 'title' | 'lines'>,
  half: Half,
  { bulletin, origin }: Asked,
): Block {
  const columns = bulletin.columns.slice(half.from, half.to);
  const widths = columns.map(({ kind }) => (kind === 'rate' ? RATE_WIDTH : COUNT_WIDTH));
  const head = [title, ...columns.map((column) => column.title), ...(half.hasValue ? ['综合指标值'] : [])];
  const row = (line: BulletinLine): readonly Cell[] => [
    cell(line.name),
    ...line.cells.slice(half.from, half.to).map((each) => cellOf(each, origin)),
    ...(half.hasValue ? [cell(gradeOf(line.composite), { align: 'center' })] : []),
  ];
  return table(`按${title}：${half.title}`, { columns: [6, ...widths, ...(half.hasValue ? [5] : [])] }, [
    head.map((each) => headCell(each)),
    ...[...lines, bulletin.total].map(row),
  ]);
}

/** The whole in a few sentences, before the tables; `{on-time}` is that figure with its link. */
function summary({ bulletin: { period, share, columns, total }, origin }: Asked): readonly Run[] {
  const said = (name: string): Run => {
    const found = total.cells[columns.findIndex((column) => column.name === `hotline.${name}`)];
    if (!found) return { text: '—' };
    const { text, numerator, denominator } = found;
    const isRate = denominator !== null && denominator !== '0';
    return linked(isRate ? `${text}（${numerator}/${denominator}）` : text, found, origin);
  };
  const words = [
    `${period.title}${share ?? ''}共受理热线工单和来信{received}件，应办理{due}件，办结{completed}件，按期办结率{on-time-rate}`,
    `（剔除后{on-time-rate-without-excluded}），超期办结{late}件，超期未结{overdue-open}件，返工率{rework-rate}；`,
    `本级回访{called-back}件，不满意率{dissatisfaction-rate}；市平台回访{city-called-back}件，不满意率{city-dissatisfaction-rate}。`,
    `综合指标值：${gradeOf(total.composite)}。`,
  ].join('');
  return words
    .split(/(\{[a-z-]+\})/)
    .map((each) => (each.startsWith('{') ? said(each.slice(1, -1)) : { text: each }));
}

/** First on the first page: two papers of one name and one period with different totals need it. */
const partSaid = (share: string): string =>
  `本通报只统计${share}范围内的工单，是全部工单的一部分，合计也只是这一部分的合计；全部工单的通报由热线督办人员制发。`;

/** Before the figures of days that are not over: what is due on a day to come is not late. */
const unfinishedSaid = (asOf: Day): string =>
  `本通报截至${formatDay(asOf)}，所报期间尚未结束：应办理包括期限还没有到的件，办结率、按期办结率因此偏低，不是最终数，也不评等级。`;

function formula({ compositeRules: rules }: Bulletin): string {
  const parts = `${rules.lateWeight} × 未按期率 − ${rules.reworkWeight} × 返工率 − ${rules.dissatisfactionWeight} × 不满意率`;
  return `综合指标值 = 100 − ${parts}（百分点）${rules.isExample ? '；示例，非官方' : ''}。`;
}

/** The bulletin as a paper: the whole in words, two tables a dimension with the total below, then what each column means. */
export function bulletinPaper(
  bulletin: Bulletin,
  { banner, origin }: { readonly banner?: string; readonly origin?: Origin } = {},
): Paper {
  const asked = { bulletin, origin };
  const { period, share, tables, columns } = bulletin;
  return {
    title: `12345 热线与信箱办理情况通报${share === null ? '' : `（${share}部分）`}`,
    subtitle: `（${period.title}，${period.from} 至 ${period.to}${period.asOf === null ? '' : `；截至 ${period.asOf}`}）`,
    ...(banner ? { banner } : {}),
    blocks: [
      ...(share === null ? [] : [paragraph(partSaid(share))]),
      ...(period.asOf === null ? [] : [paragraph(unfinishedSaid(period.asOf))]),
      paragraph(summary(asked)),
      note(formula(bulletin)),
      { kind: 'turn', orientation: 'landscape' },
      ...tables.flatMap((each) => [
        heading(1, `按${each.title}`),
        ...halvesOf(columns).map((half) => tableOf(each, half, asked)),
      ]),
      heading(1, '口径'),
      table('口径', { columns: [3, 2, 12] }, [
        ['指标', '版本', '口径'].map((each) => headCell(each)),
        ...columns.map(({ title, version, basis }) => [cell(title), cell(`第 ${version} 版`), cell(basis)]),
      ]),
    ],
  };
}
