import { compare, divide, fraction, hundred, minus, parseFraction, percent, times } from '#lib/fraction.ts';
import { readDay } from '#lib/read-day.ts';
import type { Content } from '../evaluation/evaluation.ts';
import { cellKey, shownFigure } from '../evaluation/figure.ts';
import { moneyColumns } from '../evaluation/tables.ts';
import type { FrameworkRow } from '../frameworks/row.ts';
import { goalChecks } from './checks-goals.ts';
import type { FigureBook } from './figure-book.ts';
import { decimal, finding, likeness, type EvaluationFinding } from './finding.ts';

type Found = readonly EvaluationFinding[];

/** The same figure said again in the narrative. */
function restatementChecks({ restatements }: Content, book: FigureBook): Found {
  return restatements.flatMap(({ of, value, place }, index) => {
    const [stated, again] = [book.value(of), parseFraction(value)];
    if (!stated || !again) return [];
    const printed = book.figure(of)!.value!;
    return [
      finding(book, {
        id: `equal:${of}~${index}`,
        kind: 'equal',
        verdict: likeness(stated, again, [printed, value]),
        a: printed,
        b: value,
        difference: decimal(minus(stated, again)),
        calc: `${book.said(of)}，${place}写作${value}${book.figure(of)!.unit}`,
        figures: [of],
        where: [
          { line: 0, place: book.place(of), text: shownFigure(book.figure(of)) },
          { line: 0, place, text: `${value}${book.figure(of)!.unit}` },
        ],
      }),
    ];
  });
}

const MONEY = /^(?:spending|projects|specialFunds|budget)\./;
/** Most of the money goes through projects: at least one indicator ought to say what it bought, or what it cost. */
function projectCheck({ goals }: Content, book: FigureBook): Found {
  const [projects, total] = [book.value('spending.projects'), book.value('spending.total')];
  if (!projects || !total || total.num === 0n) return [];
  const share = divide(projects, total);
  const isNamed = Object.values(goals).some((goal) => goal.figure !== null && MONEY.test(goal.figure));
  if (isNamed || compare(times(share, hundred), fraction(50)) < 0) return [];
  return [
    finding(book, {
      id: 'missing:project-indicator',
      kind: 'missing',
      verdict: 'doubtful',
      severity: 'major',
      a: percent(share),
      b: '',
      calc: `${book.said('spending.projects')} / ${book.said('spending.total')} = ${percent(share)}，没有针对项目支出的产出或成本指标`,
      figures: ['spending.projects', 'spending.total'],
    }),
  ];
}

function scheduleCheck(book: FigureBook): Found {
  const [paid, left, income] = ['specialFunds.allPaidOnSchedule', 'spending.surplus', 'income.total'].map(
    book.value,
  );
  if (!paid || paid.num === 0n || !left || left.num <= 0n || !income || income.num === 0n) return [];
  const share = percent(divide(left, income));
  return [
    finding(book, {
      id: 'cross:paid-on-schedule',
      kind: 'cross',
      verdict: 'doubtful',
      severity: 'major',
      a: '全部按进度支付到位',
      b: share,
      calc: `文字称专项资金全部按进度支付到位；${book.said('spending.surplus')} / ${book.said('income.total')} = ${share}未支出`,
      figures: ['specialFunds.allPaidOnSchedule', 'spending.surplus', 'income.total'],
    }),
  ];
}

/** A sub-unit that stands in every table without a single figure. */
function unitChecks({ units }: Content, book: FigureBook): Found {
  return units.flatMap(({ key, name }) => {
    const cells = moneyColumns.map((column) => cellKey(column.key, key));
    if (cells.some((cell) => (book.figure(cell)?.state ?? 'blank') !== 'blank')) return [];
    const where = [{ line: 0, place: `二、收支情况 ${name}`, text: '空白' }];
    const calc = `${name}列入各表而全部空白，是否并入局机关核算待说明`;
    return [
      finding(book, {
        id: `missing:unit:${key}`,
        kind: 'missing',
        verdict: 'doubtful',
        a: '',
        b: '',
        calc,
        figures: [],
        where,
      }),
    ];
  });
}

const DATED = /〔(\d{4})〕/g;
/** A scoring base issued for another year: 2015 beside 2020. One finding per base, however many rows rest on it. */
function basisChecks({ year, sheet }: Content, rows: readonly FrameworkRow[], book: FigureBook): Found {
  const open = rows.filter((row) => row.rule.kind === 'judged' && !sheet[row.path]?.adapted?.approvedAt);
  const bySource = Map.groupBy(open, (row) => (row.rule.kind === 'judged' ? (row.rule.source ?? '') : ''));
  return [...bySource].flatMap(([source, resting]) => {
    const years = [...source.matchAll(DATED)].map((match) => Number(match[1]));
    if (years.length === 0 || Math.max(...years) >= year - 2) return [];
    return [
      finding(book, {
        id: `date:${source}`,
        kind: 'date',
        verdict: 'doubtful',
        a: String(Math.max(...years)),
        b: String(year),
        difference: String(Math.max(...years) - year),
        calc: `${resting.length}项指标的评分依据为${source}，早于评价年度${year}年，未见当年依据`,
        figures: [],
        where: resting.map((row) => ({ line: 0, place: `评分表 ${row.path}`, text: source })),
      }),
    ];
  });
}

function dayChecks({ statedOn, year }: Content, book: FigureBook): Found {
  const on = statedOn === null ? undefined : readDay(statedOn);
  if (!on || on > `${year}-12-31`) return [];
  const calc = `填报日期${on}不晚于评价年度${year}年末`;
  return [
    finding(book, {
      id: 'date:stated',
      kind: 'date',
      verdict: 'doubtful',
      a: on,
      b: `${year}-12-31`,
      calc,
      figures: [],
    }),
  ];
}

export const contentChecks = (content: Content, rows: readonly FrameworkRow[], book: FigureBook): Found => [
  ...restatementChecks(content, book),
  ...scheduleCheck(book),
  ...goalChecks(content, book),
  ...projectCheck(content, book),
  ...unitChecks(content, book),
  ...basisChecks(content, rows, book),
  ...dayChecks(content, book),
];
