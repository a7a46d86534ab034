import type { Matter } from './closed-order.ts';
import { contextsOf, type UnitModel } from './learn.ts';

export interface SuggestedUnit {
  readonly name: string;
  /** Probability between 0 and 1. */
  readonly p: number;
  /** In words: how often this unit answered the like. */
  readonly because: string;
}
type Chances = ReadonlyMap<string, number>;

/** Units are renamed and remits move: after ten days an order says a third as much. Chosen among 5, 7, 10, 15, 30. */
const FADES_IN_DAYS = 10;
/** What an order of any age still says. */
const NEVER_LESS = 0.1;
/** How many orders' worth the wider context keeps for each unit seen (Witten–Bell). Chosen among 0.5, 0.7, 1, 2. */
const WIDER = 0.7;
const MOST = 3;

function importance(then: number, now: number | undefined): number {
  if (now === undefined || Number.isNaN(then)) return 1;
  return NEVER_LESS + (1 - NEVER_LESS) * Math.exp(-Math.abs(now - then) / FADES_IN_DAYS);
}

/** The wider chances, corrected by what the narrower context has seen: the more it has seen, the more it decides. */
function narrowed(wider: Chances, seen: Chances): Chances {
  const orders = [...seen.values()].reduce((sum, each) => sum + each, 0);
  const kept = WIDER * seen.size;
  const mixed = new Map([...wider].map(([unit, p]) => [unit, (p * kept) / (orders + kept)]));
  for (const [unit, many] of seen) mixed.set(unit, (mixed.get(unit) ?? 0) + many / (orders + kept));
  return mixed;
}

function seenIn(model: UnitModel, context: string, importanceOf: (day: number) => number): Chances {
  const seen = new Map<string, number>();
  for (const [unit, days] of model.contexts.get(context) ?? []) {
    let weight = 0;
    for (const [day, orders] of days) weight += orders * importanceOf(day);
    seen.set(unit, weight);
  }
  return seen;
}

/** Remembers what each day counts: a wide context has thousands of orders of the same few days. */
function importanceFrom(now: number | undefined): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const found = known.get(day) ?? importance(day, now);
    known.set(day, found);
    return found;
  };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);

/** The narrowest context in which the unit has answered, and how often there. */
function explain(model: UnitModel, matter: Matter, unit: string): string {
  for (const context of contextsOf(matter).toReversed()) {
    const units = model.contexts.get(context);
    const own = units?.get(unit);
    if (!units || !own) continue;
    const all = sum([...units.values()].map((days) => sum(days.values())));
    return `「${context}」的 ${all} 件已办结工单中，${sum(own.values())} 件由其承办`;
  }
  return '未承办过同类工单，仅按其全部工单的占比';
}

/** Up to three units for the matter, the likeliest first; none when nothing was learned. */
export function suggestUnits(model: UnitModel, matter: Matter): readonly SuggestedUnit[] {
  const importanceOf = importanceFrom(matter.day);
  const chances = contextsOf(matter).reduce<Chances>((wider, context) => {
    const seen = seenIn(model, context, importanceOf);
    return seen.size === 0 ? wider : narrowed(wider, seen);
  }, model.shares);
  return [...chances]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([name, p]) => ({ name, p, because: explain(model, matter, name) }));
}
