import type { Extracted } from '#documents/extracted.ts';
import type { Finding, Place } from './audit.ts';
import { sameNames } from './same-names.ts';
import { sameTwice } from './checks/same-twice.ts';
import type { Fact } from './facts/fact.ts';
import { limited } from './limits.ts';
import { merged } from './merge.ts';
import { read, type Reading } from './reading.ts';
import { sameMatter } from './same-matter.ts';
import { equal, toDecimal } from '#lib/fraction.ts';
import { scoreSheet } from './score/block.ts';
import { finding } from './finding.ts';

// Every pair of files is held against each other.
const MOST_FILES = 40;

/** Several files on one unit and year against each other; files on different units or years are left alone. */
export function auditTogether(extracted: readonly Extracted[]): readonly Finding[] {
  const readings = extracted.slice(0, MOST_FILES).map((each) => read(limited(each).extracted));
  const sure = groupsOf(readings, ['sure']);
  const likely = groupsOf(readings, ['sure', 'likely']).filter(
    (group) => !sure.some((each) => covers(each, group)),
  );
  return merged([
    ...sure.flatMap((group) => compareGroup(group)),
    ...likely.flatMap((group) => compareGroup(group).map(asQuestion)),
  ]);
}

const covers = (group: readonly Reading[], other: readonly Reading[]): boolean =>
  other.every((reading) => group.includes(reading));

/** Files that belong with the first of them, two or more at a time. */
function groupsOf(
  readings: readonly Reading[],
  degrees: readonly ('sure' | 'likely')[],
): readonly (readonly Reading[])[] {
  const left = new Set(readings);
  const groups: (readonly Reading[])[] = [];
  for (const first of readings) {
    if (!left.delete(first)) continue;
    const group = [...left].filter((each) => {
      const degree = sameMatter(first.document, each.document);
      return degree !== undefined && degrees.includes(degree);
    });
    for (const each of group) left.delete(each);
    if (group.length > 0) groups.push([first, ...group]);
  }
  return groups;
}

/** Two files whose titles alone are alike accuse nobody. */
const asQuestion = (each: Finding): Finding =>
  each.verdict === 'contradiction'
    ? { ...each, verdict: 'doubtful', calc: `${each.calc}；请说明两份文件是否为同一事项` }
    : each;

function compareGroup(group: readonly Reading[]): readonly Finding[] {
  const facts = group.flatMap((reading, at) => reading.facts.map((fact) => placedIn(fact, reading, at)));
  const across = sameTwice(facts).filter(
    (each) => new Set(each.where.map((place) => place.place.split(' ')[0])).size > 1,
  );
  const known = new Set(across.flatMap((each) => each.where.map(spot)));
  return [
    ...across.map((each) => ({ ...each, kind: each.kind === 'unit' ? each.kind : ('cross' as const) })),
    ...sameNames(group.map((reading, at) => ({ reading, name: nameOf(reading, at) }))).filter(
      (each) => !each.where.some((place) => known.has(spot(place))),
    ),
    ...totals(group),
  ];
}

const spot = (place: Place): string => `${place.place.split(' ')[0]}:${place.line}:${place.text}`;

/** Lines of different files must not be taken for one line: each file's lines are told apart by its name. */
const placedIn = (fact: Fact, reading: Reading, at: number): Fact => ({
  ...fact,
  spots: (fact.spots ?? []).map((each) => `${each} of ${at}`),
  place: { ...fact.place, place: `${nameOf(reading, at)} ${fact.place.place}` },
});
const nameOf = ({ document }: Reading, at: number): string =>
  `〔${at + 1}〕《${document.title.replace(/\s/g, '')}》`;

/** The claimed score of a sheet against the one another file states. */
function totals(group: readonly Reading[]): readonly Finding[] {
  const scored = group.flatMap((reading, at) => {
    const sheet = scoreSheet(reading);
    const [first] = sheet?.totals ?? [];
    return first ? [{ first, name: nameOf(reading, at) }] : [];
  });
  const [base, ...others] = scored;
  if (!base) return [];
  return others.map(({ first, name }) => {
    const verdict = equal(first.value, base.first.value) ? 'consistent' : 'contradiction';
    const where = [
      { ...first.place, place: `${name} ${first.place.place}` },
      { ...base.first.place, place: `${base.name} ${base.first.place.place}` },
    ];
    const calc = `自评总分：${name}为${toDecimal(first.value)}，${base.name}为${toDecimal(base.first.value)}`;
    return finding({ kind: 'cross', verdict, a: first.value, b: base.first.value, calc, where });
  });
}
