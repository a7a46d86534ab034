import type { Extracted } from '#documents/extracted.ts';
import type { Finding } from './audit.ts';
import { sameTwice } from './checks/same-twice.ts';
import type { Fact } from './facts/fact.ts';
import { limited } from './limits.ts';
import { merged } from './merge.ts';
import { read, type Reading } from './reading.ts';
import { equal, toDecimal } from '#lib/fraction.ts';
import { scoreSheet } from './score/block.ts';
import { finding } from './finding.ts';

/** Several files on one unit and year against each other; files on different units or years are left alone. */
export function auditTogether(extracted: readonly Extracted[]): readonly Finding[] {
  const groups = new Map<string, Reading[]>();
  for (const each of extracted) {
    const reading = read(limited(each).extracted);
    const key = keyOf(reading);
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return merged([...groups.values()].flatMap((group) => (group.length > 1 ? compareGroup(group) : [])));
}

/** Unit names are written with and without the city in front: the last six characters decide. */
function keyOf({ document }: Reading): string | undefined {
  if (document.year === null || document.unit === null) return undefined;
  return `${document.year}:${document.unit.replace(/\s/g, '').slice(-6)}`;
}

function compareGroup(group: readonly Reading[]): readonly Finding[] {
  const facts = group.flatMap((reading, at) => reading.facts.map((fact) => placedIn(fact, reading, at)));
  const across = sameTwice(facts).filter(
    (each) => new Set(each.where.map((place) => place.place.split(' ')[0])).size > 1,
  );
  return [
    ...across.map((each) => ({ ...each, kind: each.kind === 'unit' ? each.kind : ('cross' as const) })),
    ...totals(group),
  ];
}

/** Lines of different files must not be taken for one line: each file's lines are told apart by its name. */
const placedIn = (fact: Fact, reading: Reading, at: number): Fact => ({
  ...fact,
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
