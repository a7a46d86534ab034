import type { Fact } from '../facts/fact.ts';
import { coreName } from '../text/names.ts';
import { twiceCloseness } from './closeness.ts';
import { oneName } from './one-name.ts';

/**
 * `same`: they agree in most figures of the same names, in two at least. `one`: nothing says that the two places speak of two things. `perhaps`: most figures of the same names differ there.
 * `apart`: all of them do, and so they do in more than these two; 一季度, 二季度, 三季度 or one project after the other.
 */
export type Apart = 'same' | 'one' | 'perhaps' | 'apart';

/** Figures by name of one section, one paragraph or one table. */
type Said = ReadonlyMap<string, readonly Fact[]>;

// No section has more that could be told apart; a dump of ten thousand lines is one section.
const MOST = 200;
const MOST_SPOTS = 400;
const MOST_OF_NAME = 12;

/**
 * Two places that give many figures of the same names, most of them different, speak of two things, whatever they are
 * called: a slip of the pen changes one figure and leaves the others.
 */
export function sectionsApart(facts: readonly Fact[]): (a: Fact, b: Fact) => Apart {
  const spots = new Map<string, Map<string, Fact[]>>();
  for (const fact of facts) {
    const name = nameOf(fact);
    if (name === undefined) continue;
    for (const spot of fact.spots ?? []) {
      const said = spots.get(spot) ?? new Map<string, Fact[]>();
      if (said.size === 0 && spots.size >= MOST_SPOTS) continue;
      spots.set(spot, said);
      const known = said.get(name) ?? [];
      if (known.length === 0 && said.size < MOST) said.set(name, known);
      if (known.length < MOST_OF_NAME) known.push(fact);
    }
  }
  const answers = new Map<string, Apart>();
  const between = (a: string, b: string): Apart => {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    const known = answers.get(key) ?? compared(a, b, spots);
    answers.set(key, known);
    return known;
  };
  return (a, b) => {
    const found = (a.spots ?? []).flatMap((one) =>
      (b.spots ?? []).flatMap((other) =>
        one !== other && kindOf(one) === kindOf(other) ? [between(one, other)] : [],
      ),
    );
    const [table] = [a, b]
      .filter(({ source }) => source === 'table')
      .flatMap(({ spots: [spot] = [] }) => spot ?? []);
    if (found.length === 0 && table !== undefined)
      found.push(
        ...[a, b]
          .filter(({ source }) => source === 'text')
          .flatMap(({ spots: near = [] }) => near.map((spot) => between(spot, table))),
      );
    return STRONGEST.find((each) => found.includes(each)) ?? 'one';
  };
}

const STRONGEST: readonly Apart[] = ['apart', 'perhaps', 'same'];
const kindOf = (spot: string): string => spot.split(' ', 1)[0] ?? '';

function nameOf({ concept, name, aspect, figure, whole }: Fact): string | undefined {
  const { dimension, text } = figure.unit;
  if (figure.approximate || figure.value.num === 0n || aspect === 'other' || dimension === 'time')
    return undefined;
  if (concept) return whole ? `${concept}:${aspect}` : undefined;
  const own = oneName(coreName(name));
  return own.length < 2 || text === ''
    ? undefined
    : `${own}:${aspect}:${dimension === 'money' ? dimension : text}`;
}

function compared(a: string, b: string, spots: ReadonlyMap<string, Said>): Apart {
  const { same, other } = tally(spots.get(a), spots.get(b));
  if (same >= 2 && same > other) return 'same';
  if (other < 2 || other <= same) return 'one';
  if (same > 0) return 'perhaps';
  const third = [...spots.keys()].slice(0, MOST_SPOTS).some((spot) => {
    if (spot === a || spot === b || kindOf(spot) !== kindOf(b)) return false;
    const counts = tally(spots.get(spot), spots.get(b));
    return counts.other >= 2 && counts.same === 0;
  });
  return third ? 'apart' : 'perhaps';
}

/** Names that both give: with a figure in common, or without. */
function tally(a: Said | undefined, b: Said | undefined): { readonly same: number; readonly other: number } {
  let same = 0;
  let other = 0;
  for (const [name, ours] of a ?? []) {
    const theirs = b?.get(name);
    if (!theirs) continue;
    const isShared = ours.some((one) =>
      theirs.some(
        (two) =>
          one.figure.unit.dimension === two.figure.unit.dimension &&
          twiceCloseness(one.figure, two.figure) !== 'contradiction',
      ),
    );
    if (isShared) same += 1;
    else other += 1;
  }
  return { same, other };
}
