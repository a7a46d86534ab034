import { millis, MS_PER_DAY, type Instant } from '#lib/time.ts';
import { groupsOf, type Group } from './groups.ts';
import { nameOf, stretchCounts } from './name.ts';
import { alikeRows, indexTexts, type SimilarIndex } from './similar.ts';

/** A letter or order as far as it matters here. */
export interface Told {
  readonly id: string;
  readonly at: Instant;
  readonly place: string | null;
  readonly topic: string | null;
  readonly title: string;
  readonly text: string;
}
/** 热点 — a matter that several wrote about in the same days. */
export interface HotMatter {
  /** What the titles have in common; the title of the middle letter where they share nothing. */
  readonly name: string;
  /** Where most of them come from; null when no place has half of them. */
  readonly place: string | null;
  readonly topic: string | null;
  readonly ids: readonly string[];
  readonly count: number;
  /** Letters of the same matter in as many days before. */
  readonly before: number;
  readonly trend: 'new' | 'rising' | 'steady' | 'falling';
}
export interface Span {
  /** The end, not included. */
  readonly until: Instant;
  readonly days?: number;
  /** A matter of fewer letters is not hot. */
  readonly least?: number;
}

const WEEK = 7;
const LEAST = 3;
/** The text says the same at length; its beginning is enough. */
const BEGINNING = 200;
const SAME_MATTER_BEFORE = 0.2;

/** The title counts twice: it is what the writer thinks the matter is. */
const spoken = ({ title, text }: Told): string => `${title}\n${title}\n${text.slice(0, BEGINNING)}`;

/** The value that at least half have. */
function mostly(values: readonly (string | null)[]): string | null {
  const counts = Map.groupBy(
    values.filter((value) => value !== null),
    (value) => value,
  );
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return most && most[1].length * 2 >= values.length ? most[0] : null;
}

function trendOf(count: number, before: number): HotMatter['trend'] {
  if (before === 0) return 'new';
  if (count > before * 1.2) return 'rising';
  return count * 1.2 < before ? 'falling' : 'steady';
}

function matterOf(
  group: Group,
  rows: readonly Told[],
  index: SimilarIndex,
  around: ReadonlyMap<string, number>,
): Omit<HotMatter, 'before' | 'trend'> {
  const own = group.map((row) => rows[row]!);
  return {
    name:
      nameOf(
        own.map(({ title }) => title),
        around,
        index.ids.length,
      ) || own[0]!.title,
    place: mostly(own.map(({ place }) => place)),
    topic: mostly(own.map(({ topic }) => topic)),
    ids: own.map(({ id }) => id),
    count: own.length,
  };
}

/** Hot matters of the days before `until` (a week unless said), most letters first, each with its trend. */
export function hotMatters(
  rows: readonly Told[],
  { until, days = WEEK, least = LEAST }: Span,
): readonly HotMatter[] {
  const end = millis(until);
  const start = end - days * MS_PER_DAY;
  const two = rows.filter(({ at }) => millis(at) >= start - days * MS_PER_DAY && millis(at) < end);
  const isNow = two.map(({ at }) => millis(at) >= start);
  const index = indexTexts(two.map((row) => ({ id: row.id, text: spoken(row) })));
  const groups = groupsOf(index, (row) => isNow[row]!).filter((group) => group.length >= least);
  const around = groups.length > 0 ? stretchCounts(two.map(({ title }) => title)) : new Map<string, number>();
  return groups.map((group) => {
    const alike = alikeRows(index, index.sketches[group[0]!]!);
    const before = [...alike].filter(([row, much]) => !isNow[row]! && much >= SAME_MATTER_BEFORE).length;
    return { ...matterOf(group, two, index, around), before, trend: trendOf(group.length, before) };
  });
}
