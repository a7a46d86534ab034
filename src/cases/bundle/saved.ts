import { clockOf, due, type CalendarTable, type Limit } from '#calendar/index.ts';
import { courseOf, type Elements, type Held } from '#catalogue/index.ts';
import type { Instant } from '#lib/time.ts';
import { limitsOf, started } from '../clocks.ts';
import { askedPapers } from '../file/asked-papers.ts';
import type { Paper } from '../file/paper.ts';
import type { CaseRules } from '../rules.ts';
import type { BundlePapers, BundlePart, ThemeEdition } from './papers.ts';

export interface BundleLimits {
  readonly legalLimit: Limit;
  readonly promisedLimit: Limit;
}
interface Counting {
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
  readonly now: Instant;
}

/** Both limits of one item; null when it states none. Only licences are joined by the law (行政许可法 26). */
function limitsOfItem(elements: Elements, isJoint: boolean, { rules, now }: Counting): BundleLimits | null {
  const course = courseOf(elements);
  const running = started(limitsOf(course, isJoint && course.isLicence), rules, now);
  return running && { legalLimit: running.legalClock.limit, promisedLimit: running.promisedClock.limit };
}

/** The limit that ends last when all begin now: working and natural days are compared by the calendar. */
function longest(limits: readonly Limit[], { calendar, now }: Counting): Limit | null {
  const ends = limits.map((limit) => ({ limit, at: due(clockOf(now, limit), calendar).dueAt! })); // Without pauses it always ends.
  const [last] = ends.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return last?.limit ?? null;
}

/** 一件事的时限: the longest of its items, by law and by promise. Null while an item states no limit. */
export function bundleLimits(
  all: readonly Elements[],
  isJoint: boolean,
  counting: Counting,
): BundleLimits | null {
  const each = all.map((elements) => limitsOfItem(elements, isJoint, counting));
  const known = each.filter((limits) => limits !== null);
  if (known.length < each.length) return null;
  const legalLimit = longest(
    known.map((limits) => limits.legalLimit),
    counting,
  );
  const promisedLimit = longest(
    known.map((limits) => limits.promisedLimit),
    counting,
  );
  return legalLimit && promisedLimit && { legalLimit, promisedLimit };
}

const copiesOf = (papers: readonly Paper[]): number =>
  papers.filter(({ state }) => state !== 'waived').reduce((sum, { copies }) => sum + (copies ?? 1), 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What it takes to have all items one by one, and as one thing. */
export interface Saved {
  readonly copiesAlone: number;
  readonly copiesTogether: number;
  readonly copiesSaved: number;
  readonly tripsAlone: number;
  readonly tripsTogether: number;
  readonly tripsSaved: number;
  /** Null where working and natural days stand beside each other: they are not added up. */
  readonly daysAlone: number | null;
  readonly daysTogether: number | null;
  readonly daysSaved: number | null;
}

interface Promised extends Pick<BundlePart, 'code' | 'waitsFor'> {
  /** By itself, and as one of the whole. */
  readonly alone: Limit;
  readonly together: Limit;
  /** The one clock of those that are handled jointly, beyond which no promise of theirs goes (行政许可法 26). */
  readonly within: Limit | null;
}
const promisedOf = (
  part: BundlePart,
  elements: Elements,
  { isJoint, whole, counting }: Comparing,
): Promised => {
  const together = limitsOfItem(elements, isJoint, counting) ?? whole;
  return {
    ...part,
    alone: (limitsOfItem(elements, false, counting) ?? whole).promisedLimit,
    together: together.promisedLimit,
    within: isJoint && courseOf(elements).isLicence ? together.legalLimit : null,
  };
};

/** The days of a whole: an item that waits for results begins when the last of them is there. In the order of the stages. */
function inTurn(items: readonly Promised[]): number {
  const ends = new Map<string, number>();
  for (const { code, waitsFor, together, within } of items) {
    const begins = Math.max(0, ...waitsFor.map((each) => ends.get(each.code) ?? 0));
    ends.set(code, Math.min(begins + together.amount, within?.amount ?? Infinity));
  }
  return Math.max(0, ...ends.values());
}

function days(items: readonly Promised[]) {
  const units = items.flatMap(({ alone, together, within }) => [
    alone,
    together,
    ...(within ? [within] : []),
  ]);
  if (units.some(({ unit }) => unit !== units[0]!.unit))
    return { daysAlone: null, daysTogether: null, daysSaved: null };
  const daysAlone = sum(items.map(({ alone }) => alone.amount));
  const daysTogether = inTurn(items);
  return { daysAlone, daysTogether, daysSaved: daysAlone - daysTogether };
}

interface Comparing {
  readonly isJoint: boolean;
  readonly whole: BundleLimits;
  readonly editions: ReadonlyMap<string, ThemeEdition>;
  readonly held: Held;
  readonly counting: Counting;
}
/**
 * 减材料、减跑动、减时限 — the sum of what each item asks of this applicant by itself, less what the bundle asks: copies of
 * the papers asked for; visits the items state, of which the bundle has the most any one needs; promised days, of which it
 * has those of its longest chain of items that wait for each other. A material whose copies nobody counted is one, visits nobody stated are none. Pure.
 */
export function savedBy({ parts, papers }: BundlePapers, comparing: Comparing): Saved {
  const { editions, held } = comparing;
  const alone = parts.flatMap((part) => {
    const edition = editions.get(part.code);
    return edition ? [{ part, elements: edition.elements, answers: part.answers }] : [];
  });
  const copiesAlone = sum(
    alone.map(({ elements, answers }) => copiesOf(askedPapers(elements, answers, held))),
  );
  const copiesTogether = copiesOf(papers);
  const visits = alone.map(({ elements }) => elements.visits ?? 0);
  const [tripsAlone, tripsTogether] = [sum(visits), Math.max(0, ...visits)];
  return {
    copiesAlone,
    copiesTogether,
    copiesSaved: copiesAlone - copiesTogether,
    tripsAlone,
    tripsTogether,
    tripsSaved: tripsAlone - tripsTogether,
    ...days(alone.map(({ part, elements }) => promisedOf(part, elements, comparing))),
  };
}
