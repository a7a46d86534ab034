import type { App } from '#lib/app.ts';
import { dayNumber, dayOf, millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { learnUnits, type UnitModel } from './units/learn.ts';

/** What the place's own closed orders say about units; the unit is named by its id. */
export interface OwnUnits {
  readonly model: UnitModel;
  readonly count: number;
}
/** The newest are enough: older ones would hardly count. */
const MOST = 20_000;
const FRESH_FOR = 10 * MS_PER_MINUTE;
const CLOSED = `select topic, place, handler, closed_at from work_order
  where state = 'closed' and outcome = 'handled' and handler is not null order by id desc limit $1`;

/** A code as the path of codes from the town down: `430611001001` → town, village. */
function placePath(tree: OrganisationTree, code: string): readonly string[] {
  const path: string[] = [];
  for (let at = tree.regions.get(code); at && at.parent !== null; at = tree.regions.get(at.parent))
    path.unshift(at.code);
  return path;
}
/** An order's topic and place as the suggestion compares them. */
export const matterOf = (
  tree: OrganisationTree,
  order: { readonly topic: string; readonly place: string },
) => ({
  topic: order.topic.split('/'),
  place: placePath(tree, order.place),
});

async function learn(app: App): Promise<OwnUnits> {
  const tree = app.scopes() as OrganisationTree;
  const rows = await app.query(CLOSED, [MOST]);
  const orders = rows.map((row) => ({
    ...matterOf(tree, { topic: row['topic'] as string, place: row['place'] as string }),
    unit: row['handler'] as string,
    day: dayNumber(dayOf(row['closed_at'] as Instant)),
  }));
  return { model: learnUnits(orders), count: orders.length };
}

const kept = new WeakMap<App['database'], { readonly at: number; readonly learning: Promise<OwnUnits> }>();

/** Learned from the newest closed orders, again every ten minutes; many who ask at once learn once. */
export function ownUnits(app: App): Promise<OwnUnits> {
  const now = millis(app.now());
  const known = kept.get(app.database);
  if (known && Math.abs(now - known.at) < FRESH_FOR) return known.learning;
  const learning = learn(app);
  kept.set(app.database, { at: now, learning });
  // A failure is not kept: the next who asks tries again.
  learning.catch(() => kept.delete(app.database));
  return learning;
}
