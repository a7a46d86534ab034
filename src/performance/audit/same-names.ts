import { equal } from '#lib/fraction.ts';
import type { Finding } from './audit.ts';
import { twiceCloseness } from './checks/closeness.ts';
import { placeOfStatement } from './checks/places.ts';
import { finding } from './finding.ts';
import type { Reading } from './reading.ts';
import { said } from './text/figure.ts';
import { coreName } from './text/names.ts';
import { isOwnPeriod } from './text/period.ts';
import type { Statement } from './text/statement.ts';

interface Named {
  readonly reading: Reading;
  /** How its places are told from those of the other files. */
  readonly name: string;
}
interface Once {
  readonly name: string;
  readonly statement: Statement;
  readonly file: string;
}

/** What each file says once under one name, however common the name: 办结789件 here, 办结779件 there. */
export function sameNames(files: readonly Named[]): readonly Finding[] {
  const [first, ...others] = files.map(onceNamed);
  if (!first) return [];
  return others.flatMap((other) =>
    [...other].flatMap(([key, b]) => {
      const a = first.get(key);
      return a && twiceCloseness(a.statement.figure, b.statement.figure) === 'contradiction'
        ? [differing(a, b)]
        : [];
    }),
  );
}

function differing(a: Once, b: Once): Finding {
  const figure = b.statement.figure;
  const where = [b, a].map(({ statement, file }) => {
    const place = placeOfStatement(statement);
    return { ...place, place: `${file} ${place.place}` };
  });
  const calc = `${b.name}：${where[0]?.place}为${said(figure)}，${where[1]?.place}为${said(a.statement.figure)}；请说明两份文件为何不同`;
  return finding({
    kind: 'cross',
    verdict: 'doubtful',
    a: figure.value,
    b: a.statement.figure.value,
    unit: figure.unit,
    calc,
    where,
  });
}

const UNITS: ReadonlySet<string> = new Set(['money', 'count', 'rate']);

/** Levels of the file's own period by name and unit, where it has only one of that name. */
function onceNamed({ reading, name: file }: Named): ReadonlyMap<string, Once> {
  const found = new Map<string, Once | undefined>();
  for (const statement of reading.statements) {
    const { figure, role, period } = statement;
    const { dimension, text } = figure.unit;
    const name = coreName(statement.subject);
    const own = isOwnPeriod(period, reading.document.year) || reading.document.title.includes(period);
    if (role !== 'level' || !own || figure.approximate || !UNITS.has(dimension) || text === '') continue;
    if (name.length < 2 || name.length > 30) continue;
    const key = `${name}:${dimension === 'money' ? dimension : text}`;
    const known = found.get(key);
    if (!found.has(key)) found.set(key, { name, statement, file });
    else if (!known || !equal(known.statement.figure.value, figure.value)) found.set(key, undefined);
  }
  return new Map([...found].flatMap(([key, once]) => (once ? [[key, once] as const] : [])));
}
