import { equal } from '#lib/fraction.ts';
import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import { isOwnPeriod } from '../text/period.ts';
import type { Statement } from '../text/statement.ts';
import type { Compared } from './growth-bases.ts';
import { isLevel, sameUnit } from './growth-finding.ts';
import { isBase, isCompared } from './growth-pairs.ts';

export type LevelsByName = ReadonlyMap<string, readonly Statement[]>;

// Names said more often than this are no one thing.
const MOST = 8;

/** Levels of the document's own year under the name each sentence gives them. */
export function levelsByName(statements: readonly Statement[], year: number | null): LevelsByName {
  const found = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!isLevel(statement) || isBase(statement) || statement.figure.unit.dimension === 'rate') continue;
    if (!isOwnPeriod(statement.period, year)) continue;
    const name = coreName(statement.subject);
    const known = found.get(name);
    if (!known) found.set(name, [statement]);
    else if (known.length < MOST) known.push(statement);
  }
  return found;
}

const THING = /^(.{4,16}?)(?:相?比|较)(?:上年|去年|上期|同期|上月|上季|(?:19|20)\d\d)/;

/**
 * 财政拨款比上年1500万元增长15%, where 财政拨款1700万元 stands sentences before: the base names its own thing. Only one
 * stated value of it will do, and from more than a paragraph away it is a question.
 */
export function namedElsewhere(
  change: Statement,
  base: Statement | undefined,
  named: LevelsByName,
): Compared | undefined {
  if (change.figure.unit.dimension !== 'rate' || !base || !isLevel(base) || !isCompared(base))
    return undefined;
  if (base.sentence !== change.sentence || base.segment !== change.segment) return undefined;
  const thing = coreName(THING.exec(tight(base.subject))?.[1] ?? '');
  const nows = (named.get(thing) ?? []).filter((now) => sameUnit(now.figure, base.figure));
  const [first] = nows;
  if (!first || thing.length < 4 || !nows.every((now) => equal(now.figure.value, first.figure.value)))
    return undefined;
  return { change, base, nows: [first], far: Math.abs(first.paragraph - change.paragraph) > 1 };
}
