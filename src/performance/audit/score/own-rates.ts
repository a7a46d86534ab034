import { divide, fraction, type Fraction } from '#lib/fraction.ts';
import { metricNamed, type Metric } from '#performance/rules/index.ts';
import { CHANGE_RATE } from '../facts/change-rates.ts';
import { cellFigure, figuresIn } from '../text/figure.ts';
import { fold, tight } from '../text/fold.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { statementsOf, type Statement } from '../text/statement.ts';
import { bare } from '../text/units.ts';
import type { Input } from './input.ts';
import type { Note, SheetRow } from './sheet.ts';

/** A rate as the row itself gives it. */
interface OwnRate {
  readonly figures: Readonly<Record<string, Fraction>>;
  readonly inputs: readonly Input[];
}

/** 实际完成值 98%, or 满意度92.4% among the reasons of the row itself: the first cell that says it, every rate in it. */
export function ownRates(row: SheetRow, metrics: readonly Metric[]): readonly OwnRate[] {
  const [metric] = metrics;
  if (!metric || metrics.length !== 1 || metric.unit !== 'percent') return [];
  for (const note of row.notes) {
    const found = note.text === row.actual ? inActual(note) : inNote(note, metric, row);
    if (found.length > 0)
      return found.map((input) => ({ figures: { [metric.id]: input.value }, inputs: [input] }));
  }
  return [];
}

export const ratioOf = (percent: Fraction): Fraction => divide(percent, fraction(100));

function inActual({ text, place }: Note): readonly Input[] {
  const folded = fold(text);
  const figures = figuresIn(folded).filter((found) => found.figure.unit.dimension === 'rate');
  const figure = cellFigure(folded, bare) ?? figures[0]?.figure;
  if (!figure || figure.approximate || (figure.unit.dimension !== 'rate' && figures.length !== 1)) return [];
  return [{ value: ratioOf(figure.value), places: [place], note: '', question: '' }];
}

/** 在职83人/编制86人: a stroke before words divides nothing that is printed as a division. */
const APART = /\n|(?<=[人名个件批次家户元])[/／](?=[\u4e00-\u9fff])/g;
/** The figures of a note with their words. */
export const statementsIn = (note: Note): readonly Statement[] =>
  paragraphsOf([{ number: note.place.line, text: note.text.slice(0, 2000).replace(APART, '，') }]).flatMap(
    statementsOf,
  );

const WANTED =
  /对应|推算|折算|相当于|若|如|需|目标|标准|要求|应|计划|指标值|任务|未达|以上|以下|上年|去年|同期|全[省市国]|平均/;
const LOSES = /扣|分$/;

/** 计划100场，完成94场; or a rate that bears the name of the row, or stands alone in its cell. */
function inNote(note: Note, metric: Metric, row: SheetRow): readonly Input[] {
  const statements = statementsIn(note).filter((each) => !each.figure.approximate);
  const rates = statements.filter(
    (each) =>
      each.figure.unit.dimension === 'rate' &&
      (each.role === 'level' || CHANGE_RATE.test(tight(each.subject))) &&
      !WANTED.test(each.subject) &&
      !LOSES.test(each.after),
  );
  const named = rates.filter((each) => isNamed(tight(each.subject), metric, row));
  const place = { ...note.place, text: note.text.slice(0, 60) };
  const input = (value: Fraction, note: string, question: string): Input => ({
    value,
    places: [place],
    note,
    question,
  });
  if (named.length > 0) return named.map((each) => input(ratioOf(each.figure.value), '', ''));
  const parts = plannedAndDone(statements, metric);
  return parts
    ? [
        input(
          divide(parts.done.figure.value, parts.planned.figure.value),
          '按该行所列计划数与完成数计算',
          '该行所列计划数与完成数是否即本项指标的口径',
        ),
      ]
    : [];
}

const NAMED_BY = /(?:为|是|达到?|仅|只有|实际|完成|[:：])+$/;
function isNamed(subject: string, metric: Metric, row: SheetRow): boolean {
  const name = subject.replace(NAMED_BY, '');
  // 218.40÷4280.00=5.10%: behind a working and nothing else.
  if (/^[^\u4e00-\u9fff]*$/.test(name) || meansMetric(name, metric, row.name)) return true;
  return /[率度]$/.test(name) && name.length >= 3 && tight(row.name).endsWith(name);
}

/** What was planned and what was done, in one unit and nothing beside them. */
function plannedAndDone(statements: readonly Statement[], metric: Metric) {
  if (!/(?:完成|开工|兑现|实现)率$/.test(metric.name) || statements.length !== 2) return undefined;
  const planned = statements.find((each) => /计划|应|目标|任务/.test(each.subject));
  const done = statements.find((each) => each !== planned && /完成|实际|已/.test(each.subject));
  if (!planned || !done || planned.figure.value.num <= 0n) return undefined;
  return planned.figure.unit.text === done.figure.unit.text ? { planned, done } : undefined;
}

/** Does this name mean the metric of this row? */
export function meansMetric(name: string, metric: Metric, row: string): boolean {
  const bared = tight(name);
  // 得2分，对应的执行率为95%: what a score would need is no figure of the unit.
  if (/对应|推算|测算|[倒反]推|相当于/.test(bared)) return false;
  if (bared === tight(row) || bared === tight(metric.name) || (row.length >= 5 && bared.endsWith(tight(row))))
    return true;
  if (/不满意/.test(bared)) return false;
  return metricNamed(bared)?.id === metric.id || (/满意(?:度|率)$/.test(bared) && /满意度/.test(metric.name));
}
