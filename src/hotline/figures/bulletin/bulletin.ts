import type { Held } from '#lib/action/need.ts';
import type { AnyMeasure } from '#lib/measure.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { samplingRules } from '../../sampling/rules.ts';
import {
  compositeOf,
  compositeRules,
  ratesOf,
  TOO_EARLY,
  type Composite,
  type CompositeRules,
} from './composite.ts';
import { countBy, DIMENSIONS, type Asking, type Dimension } from './count-by.ts';
import { cellOf, COLUMNS, findCount, reachedIn, type Cell, type Tally } from './lines.ts';
import { periodOf, periodWords, type Period, type PeriodAsked } from './period.ts';
import { findShare } from './share.ts';

/** A figure with the way to the orders behind it. */
interface LinkedCell extends Cell {
  readonly records: string;
}
export interface BulletinLine {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly LinkedCell[];
  readonly composite: Composite;
}
export interface BulletinColumn {
  readonly name: string;
  readonly title: string;
  readonly basis: string;
  readonly version: number;
  readonly kind: AnyMeasure['kind'];
}
export interface Bulletin {
  readonly period: Period;
  /** Whose part it is, `区水利局`; null when it is the whole. */
  readonly share: string | null;
  readonly columns: readonly BulletinColumn[];
  readonly total: BulletinLine;
  readonly tables: readonly {
    readonly by: Dimension;
    readonly title: string;
    readonly lines: readonly BulletinLine[];
  }[];
  readonly compositeRules: CompositeRules;
}
interface Naming {
  readonly asked: PeriodAsked;
  readonly isOver: boolean;
  readonly rules: CompositeRules;
  /** Call-backs reached from which on somebody is graded. */
  readonly atLeast: number;
}

function lineOf(
  tally: Tally,
  { asked, isOver, rules, atLeast }: Naming,
  at: { readonly by?: Dimension; readonly key: string; readonly name: string },
): BulletinLine {
  const place = at.by === undefined ? '' : `&by=${at.by}&key=${encodeURIComponent(at.key)}`;
  const cells = COLUMNS.map((column) => ({
    ...cellOf(column, tally),
    records: `/api/hotline/bulletin/records?${periodWords(asked)}&measure=${column.name}${place}`,
  }));
  const composite = isOver
    ? compositeOf(ratesOf(tally), rules, { reached: reachedIn(tally), atLeast })
    : TOO_EARLY;
  return { key: at.key, name: at.name, cells, composite };
}

const DUE = findCount('hotline.due')!;
/** Most to do first; then by name, so that equal lines stand still. */
const byWeight = ([a, mine]: readonly [string, Tally], [b, other]: readonly [string, Tally]): number =>
  Number((other.get(DUE) ?? 0n) - (mine.get(DUE) ?? 0n)) || (a < b ? -1 : 1);

function nameOf(by: Dimension, key: string, tree: OrganisationTree): string {
  if (key === '') return by === 'unit' ? '尚未派单或直接答复' : '未说明';
  return by === 'topic' ? key : tree.nameOf(key);
}

/** 通报 — the figures of a month, quarter or year: in all, by unit, by topic, by place; as far as the asker sees. */
export async function makeBulletin(asking: Asking, asked: PeriodAsked): Promise<Bulletin> {
  const period = periodOf(asked, asking.app.now());
  const tree = asking.app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const rules = settingOf(asking.app, compositeRules);
  const naming = {
    asked,
    isOver: period.asOf === null,
    rules,
    atLeast: settingOf(asking.app, samplingRules).minimumToRank,
  };
  const [whole] = (await countBy(asking, period, null)).values();
  const tables = await Promise.all(
    (Object.keys(DIMENSIONS) as Dimension[]).map(async (by) => {
      const lines = [...(await countBy(asking, period, by))].sort(byWeight);
      return {
        by,
        title: DIMENSIONS[by],
        lines: lines.map(([key, tally]) => lineOf(tally, naming, { by, key, name: nameOf(by, key, tree) })),
      };
    }),
  );
  return {
    period,
    share: findShare(asking.by, tree),
    columns: COLUMNS.map(({ name, title, basis, version, kind }) => ({ name, title, basis, version, kind })),
    total: lineOf(whole ?? new Map(), naming, { key: '', name: '合计' }),
    tables,
    compositeRules: rules,
  };
}
