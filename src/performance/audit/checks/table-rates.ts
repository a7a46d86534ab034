import { divide, fraction, minus, sum } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding, inUnit } from '../finding.ts';
import type { Column, Row, Table } from '../tables/table.ts';
import { said, type Figure } from '../text/figure.ts';
import { percentOf, rateCloseness, type Closeness, type Interval } from './closeness.ts';
import { fewerConsistent } from './fewer.ts';
import { growthOf } from './growth-finding.ts';
import { intervalOf } from './closeness.ts';
import { growsInRealTerms } from './real-terms.ts';
import { rateNamed, type RateDefinition } from './rate-names.ts';
import { cellPlace } from './table-rows.ts';

/** A rate column and the two columns it comes from. */
interface Formula {
  readonly rate: Column;
  /** Added together: 非常满意, 满意 and 基本满意. */
  readonly tops: readonly Column[];
  readonly under: Column;
  readonly growth: boolean;
  /** The names themselves say so; otherwise only the rows do. */
  readonly named: boolean;
}

/** Rates and growth of a table against its own columns. */
export const tableRates = (tables: readonly Table[]): readonly Finding[] =>
  tables.flatMap((table) => {
    const amounts = table.columns.filter((column) => column.kind === 'amount').slice(0, 30);
    return table.columns
      .filter((column) => column.kind === 'rate')
      .slice(0, 20)
      .flatMap((rate) => rateFindings(table, rate, amounts));
  });

const GROWTH = /同比|环比|增长|增幅|增减|变动率|增速|较上/;
const BEFORE = /上年|去年|同期|上期|上月|上季|基期|年初/;

function rateFindings(table: Table, rate: Column, amounts: readonly Column[]): readonly Finding[] {
  const growth = GROWTH.test(rate.name);
  const formulas = candidates(rate, amounts, growth);
  const attempts = formulas
    .map((formula) => ({
      formula,
      tried: table.rows.flatMap((row) => tryRow(row, formula).map((tried) => asMean(table, tried, formula))),
    }))
    .filter(({ tried }) => tried.length > 0);
  const best = attempts.toSorted((a, b) => weight(b) - weight(a))[0];
  if (!best) return [];
  const holds = evidence(best.tried.filter(isHeld));
  const fails = evidence(best.tried.filter((one) => !isHeld(one)));
  const onlyReading = attempts.filter(({ formula }) => formula.named).length === 1 && best.formula.named;
  const established = best.formula.named
    ? holds > 0
      ? holds >= fails
      : onlyReading && fails <= 2
    : holds >= 3 && holds >= fails * 3;
  if (!established) return [];
  const firm = holds > 0 || onlyReading;
  return fewerConsistent(best.tried).map((tried) => describe(table, best.formula, tried, firm));
}

function candidates(rate: Column, amounts: readonly Column[], growth: boolean): readonly Formula[] {
  const definition = growth ? undefined : rateNamed(rate.name.replace(/[(（].{0,8}[)）]$/, ''));
  const pairs = amounts.flatMap((top) =>
    amounts.filter((under) => under !== top).map((under) => ({ top, under })),
  );
  const single = pairs.map(({ top, under }): Formula => {
    const named = growth ? isBefore(top, under) : definition !== undefined && fits(definition, top, under);
    return { rate, tops: [top], under, growth, named };
  });
  return definition?.levels === true ? [...single, ...levelled(rate, amounts)] : single;
}

const isBefore = (top: Column, under: Column): boolean =>
  BEFORE.test(under.name) !== BEFORE.test(top.name)
    ? BEFORE.test(under.name) && !/增减|增加|减少/.test(top.name)
    : yearOf(top.name) - yearOf(under.name) === 1;

const fits = (definition: RateDefinition, top: Column, under: Column): boolean =>
  definition.top.test(top.name) &&
  !(definition.notTop?.test(top.name) ?? false) &&
  definition.under.some((name) => name.test(under.name));

/** 满意率 of five levels: three of them are satisfied (国办发〔2019〕51号). */
function levelled(rate: Column, amounts: readonly Column[]): readonly Formula[] {
  const tops = amounts.filter((column) => /满意/.test(column.name) && !/不满意|满意[率度]/.test(column.name));
  const unders = amounts.filter(
    (column) => /评价|回访|合计|总数|总量|参评/.test(column.name) && !tops.includes(column),
  );
  return tops.length < 2
    ? []
    : unders.flatMap((under) =>
        [tops, tops.filter((top) => !/基本/.test(top.name))].map((some): Formula => ({
          rate,
          tops: some,
          under,
          growth: false,
          named: true,
        })),
      );
}

const yearOf = (name: string): number => Number(/(?:19|20)\d\d/.exec(name)?.[0] ?? 0);

interface Tried {
  readonly row: Row;
  readonly stated: Figure;
  readonly top: Figure;
  readonly under: Figure;
  readonly computed: Interval;
  readonly verdict: Closeness;
  /** The two are rates and the third is what lies between them. */
  readonly points?: boolean;
  /** Rate or difference, nobody says. */
  readonly unsaid?: boolean;
}

function tryRow(row: Row, { rate, tops, under, growth }: Formula): readonly Tried[] {
  const stated = row.cells[rate.index]?.figure;
  const upper = tops.flatMap((top) => row.cells[top.index]?.figure ?? []);
  const a = upper.length === 1 ? upper[0] : added(upper);
  const b = row.cells[under.index]?.figure;
  if (!stated || !a || !b || (a.value.num === 0n && b.value.num === 0n)) return [];
  if (growth && isInPoints(row, rate)) return [inPoints({ row, stated, top: a, under: b })];
  const computed = growth ? growthOf(intervalOf(a), intervalOf(b)) : percentOf(a, b);
  if (!computed) return [];
  const tried = { row, stated, top: a, under: b, computed, verdict: rateCloseness(stated, computed) };
  if (growth && tried.verdict === 'contradiction' && growsInRealTerms(row.path.join('') + rate.path.join('')))
    return [];
  if (!growth || tried.verdict !== 'contradiction' || !isOfRates(row, [a, b])) return [tried];
  const apart = inPoints(tried);
  return [apart.verdict === 'contradiction' ? { ...tried, unsaid: true } : apart];
}

/** +0.70个百分点, or a column of them. */
const isInPoints = (row: Row, rate: Column): boolean =>
  /百分点/.test(`${rate.path.join('')}${row.cells[rate.index]?.text ?? ''}`);

/** 粪污利用率 | % | 89.60 | 91.30: the change of a rate may be printed either way. */
const isOfRates = (row: Row, figures: readonly Figure[]): boolean =>
  figures.some(({ unit }) => unit.dimension === 'rate') ||
  /[率比度]$|占比|比[重例]|[(（]%[)）]/.test(row.label) ||
  row.cells.some((cell) => /^[%％‰]$/.test(cell?.text.trim() ?? ''));

function inPoints(tried: Omit<Tried, 'computed' | 'verdict'>): Tried {
  const [now, before] = [intervalOf(tried.top), intervalOf(tried.under)];
  const computed = {
    low: minus(now.low, before.high),
    middle: minus(now.middle, before.middle),
    high: minus(now.high, before.low),
  };
  return { ...tried, computed, points: true, verdict: rateCloseness(tried.stated, computed) };
}

const MEAN = /平均|均值|均数/;

/** The row 平均 prints either the rate of its own counts or the mean of the rates above it. */
function asMean(table: Table, tried: Tried, { rate }: Formula): Tried {
  if (tried.verdict === 'consistent' || !MEAN.test(tried.row.label)) return tried;
  const above = table.rows
    .filter((row) => row.kind === 'detail' && row !== tried.row && !MEAN.test(row.label))
    .flatMap((row) => row.cells[rate.index]?.figure?.value ?? []);
  if (above.length < 2) return tried;
  const middle = divide(sum(above), fraction(above.length));
  const verdict = rateCloseness(tried.stated, { low: middle, middle, high: middle });
  return verdict === 'contradiction' ? tried : { ...tried, verdict };
}

const added = (figures: readonly Figure[]): Figure | undefined => {
  const [first] = figures;
  return (
    first && {
      ...first,
      value: sum(figures.map((figure) => figure.value)),
      printed: figures.map((figure) => figure.printed).join('+'),
    }
  );
};

const isHeld = (tried: Tried): boolean => tried.verdict !== 'contradiction';
const evidence = (tried: readonly Tried[]): number =>
  new Set(tried.map(({ top, under, stated }) => `${top.printed}/${under.printed}=${stated.printed}`)).size;
const weight = ({ formula, tried }: { formula: Formula; tried: readonly Tried[] }): number =>
  evidence(tried.filter(isHeld)) * 10 -
  evidence(tried.filter((one) => !isHeld(one))) +
  (formula.named ? 5 : 0);

function describe(table: Table, formula: Formula, tried: Tried, firm: boolean): Finding {
  const { row, stated, top, under, computed } = tried;
  const decimals = Math.max(2, stated.decimals);
  const b = inUnit(computed.middle, stated.unit, decimals);
  const working = formula.growth
    ? tried.points
      ? `${said(top)} − ${said(under)}`
      : `(${said(top)} − ${said(under)}) ÷ ${said(under)}`
    : `${formula.tops.map((column) => column.name).join('+')}${said(top)} ÷ ${formula.under.name}${said(under)}`;
  const isSure = firm && !tried.unsaid;
  const verdict = tried.verdict === 'contradiction' && !isSure ? 'doubtful' : tried.verdict;
  const sign = tried.points ? '个百分点' : '%';
  const calc = `${row.label}的${formula.rate.name}${stated.printed}${sign}；${working} = ${b}${sign}`;
  const where = [formula.rate, ...formula.tops, formula.under].map((column) => cellPlace(table, row, column));
  return finding({
    kind: formula.growth ? 'growth' : 'rate',
    verdict,
    a: stated.value,
    b: computed.middle,
    unit: stated.unit,
    decimals,
    calc,
    where,
  });
}
