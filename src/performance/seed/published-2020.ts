import published from './figures-2020.json' with { type: 'json' };
import type { Content } from '../evaluation/evaluation.ts';
import { columnOf, stateOf, type Figure, type Figures } from '../evaluation/figure.ts';
import { knownFigures } from '../evaluation/known.ts';
import type { Goal, SelfScore } from '../evaluation/parts.ts';
import { defaultSettings } from '../rules/index.ts';

interface Stated {
  readonly value: string | null;
  readonly source: string;
  readonly note?: string;
}

/** The evaluation of 2020 as published: figures and scores only, in the shape an evaluation has. */
export const published2020 = published as unknown as {
  readonly organisation: string;
  readonly region: string;
  readonly year: number;
  readonly framework: string;
  readonly units: Content['units'];
  readonly figures: Readonly<Record<string, Stated>>;
  readonly restatements: Content['restatements'];
  readonly goals: Readonly<Record<string, Goal>>;
  readonly sheet: Readonly<Record<string, { readonly points: string; readonly reason: string }>>;
  readonly claimedTotal: string;
  readonly claimedGrade: string;
  readonly evaluators: Content['evaluators'];
};

function figureOf(key: string, stated: Stated): Figure {
  const known = knownFigures.get(columnOf(key));
  if (!known) throw new Error(`unknown figure ${key}`);
  return {
    ...known,
    value: stated.value,
    state: stateOf(stated.value),
    basis: 'typed',
    source: stated.source,
    evidence: [],
    note: stated.note ?? '',
    reading: null,
  };
}

/** The published evaluation as content to assess, without a database. */
export function content2020(): Content {
  const figures: Figures = Object.fromEntries(
    Object.entries(published2020.figures).map(([key, stated]) => [key, figureOf(key, stated)]),
  );
  const sheet: Readonly<Record<string, SelfScore>> = Object.fromEntries(
    Object.entries(published2020.sheet).map(([path, score]) => [path, { ...score, adapted: null }]),
  );
  const { organisation, year, units, restatements, goals, evaluators, claimedTotal, claimedGrade } =
    published2020;
  return {
    organisationName: organisation,
    year,
    units,
    restatements,
    goals,
    evaluators,
    claimedTotal,
    claimedGrade,
    figures,
    sheet,
    narrative: {},
    confirmed: {},
    settings: defaultSettings,
    statedOn: null,
  };
}
