import type { PaperSource, Run } from '#documents/index.ts';
import type { Assessment, Form } from '../assess/assess.ts';
import { figureBook, type FigureBook } from '../assess/figure-book.ts';
import type { Content, Evaluation } from '../evaluation/evaluation.ts';
import type { Standing } from './duties.ts';
import type { Figure, FigureBasis } from '../evaluation/figure.ts';
import { gradeWord } from '../rules/index.ts';

/** What a report is written from. */
export interface Reported {
  readonly content: Content;
  readonly form: Form;
  readonly assessment: Assessment;
  /** Absent where there is no register to ask (a bundle, a test). */
  readonly standing?: Standing;
  /** Absent for an evaluation that is no row yet (a bundle, a test). */
  readonly course?: Pick<Evaluation, 'signOffs' | 'review' | 'answers'>;
}
/** The same with words for figures and their sources, as every part of the report wants it. */
export interface Writing extends Reported {
  readonly book: FigureBook;
  /** Id of the figure's source, for a run's reference; undefined for a blank. */
  readonly ref: (key: string) => string | undefined;
  readonly sources: readonly PaperSource[];
}

const BASIS: Readonly<Record<FigureBasis, string>> = { measure: '系统统计', imported: '导入', typed: '填报' };

/** Where a figure comes from, in words: a measure with its counts and ledger entry, a file, or a document. */
function sourceText(figure: Figure): string {
  const { reading } = figure;
  if (!reading) return `${figure.source || '未注明出处'}（${BASIS[figure.basis]}）`;
  const counts =
    reading.denominator === null ? reading.numerator : `${reading.numerator} / ${reading.denominator}`;
  return `统计指标${reading.measure}第${reading.version}版：${reading.basis}；${counts}；截至账本第${reading.seq}条（${BASIS.measure}）`;
}

export function writing(reported: Reported): Writing {
  const { figures } = reported.content;
  const texts = [
    ...new Set(
      Object.values(figures)
        .filter((each) => each.value !== null)
        .map(sourceText),
    ),
  ];
  const idOf = (text: string): string => `s${texts.indexOf(text) + 1}`;
  return {
    ...reported,
    book: figureBook(reported.content),
    ref: (key) => {
      const figure = figures[key];
      return figure?.value == null ? undefined : idOf(sourceText(figure));
    },
    sources: texts.map((text) => ({ id: idOf(text), text })),
  };
}

/** A run with the figure's value and its reference. */
export function figureRun(writing: Writing, key: string, text: string): Run {
  const ref = writing.ref(key);
  return ref === undefined ? { text } : { text, ref };
}

/** The grade the unit gives itself, in the words of the grade beside it; else `byTotal`. */
export function claimedGrade({ claimedGrade: stated }: Content, byTotal: string | null): string {
  return stated === null ? (byTotal ?? '') : (gradeWord(stated) ?? stated);
}
