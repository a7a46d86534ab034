import type { Place } from '../audit.ts';
import type { Figure } from '../text/figure.ts';
import type { Concept } from './concepts.ts';
import type { Scope } from './scope.ts';

/** Which of the figures that bear one name: what was spent, what was planned, or last year's. */
export type Aspect = 'actual' | 'budget' | 'adjusted' | 'last' | 'last-budget' | 'other';

export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly across: boolean;
}

/** One stated quantity, wherever it stands. */
export interface Fact {
  readonly name: string;
  readonly concept: Concept | undefined;
  readonly aspect: Aspect;
  readonly figure: Figure;
  readonly place: Place;
  readonly source: 'table' | 'text' | 'pair' | 'goal';
  /** For names too short to mean one thing: the figure before it in the sentence, and the words behind it. */
  readonly company?: readonly string[];
  /** The figures right before and behind it in the sentence, with their names. */
  readonly neighbours?: readonly string[];
  /** Where in which table; `across`: a column gives it its name, so that its account stands in its row. */
  readonly cell?: Cell;
  /** The time its sentence names; empty when it names none. */
  readonly period?: string;
  /** Of all its scope, not of one thing in it. */
  readonly whole: boolean;
  /** Below which headings it stands; none where the words beside it say all there is to know. */
  readonly scope?: Scope;
  /** The section and the paragraph, or the table, it stands in: what is said together. */
  readonly spots?: readonly string[];
}

/** Which aspect the words around a figure name. */
export function aspectOf(text: string, year: number | null): Aspect {
  // What was carried in is this year's figure, though it is called last year's.
  const words = text.replace(/(?:上年度?|年初)(?:末)?(?:结转|结余)/g, '');
  const last = /上年|去年|上一年|同期/.test(words) || (year !== null && words.includes(`${year - 1}年`));
  const planned =
    /预算|批复|年初(?!结)|计划|安排数|预计/.test(words) &&
    !/预算(?:执行|支出)?完成|决算|执行|预算收入|公共预算财?|基金预算|预算拨款/.test(words);
  if (/调整后|全年预算|调整预算/.test(words)) return 'adjusted';
  if (last) return planned ? 'last-budget' : 'last';
  return planned ? 'budget' : 'actual';
}
