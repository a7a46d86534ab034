import { sql } from 'kysely';
import { Type } from 'typebox';
import { permit } from '#lib/action/permission.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { placeNamed } from '../places.ts';
import { Place, Topic } from '../order/fields.ts';

const MOST = 5;
const MAY = { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' } as const;

/** A topic and the topics it lies under, nearest first: `城乡建设/供水` → itself, `城乡建设`. */
function topicsAbove(topic: string): readonly string[] {
  const parts = topic.split('/');
  return parts.map((_, n) => parts.slice(0, parts.length - n).join('/'));
}
/** A division and those it lies in, nearest first. */
function placesAbove(tree: OrganisationTree, code: string): readonly string[] {
  const chain: string[] = [];
  for (let each = tree.regions.get(code); each; each = tree.regions.get(each.parent ?? ''))
    if (chain.includes(each.code)) break;
    else chain.push(each.code);
  return chain;
}

/**
 * 先例建议 — who handled this kind before, by ruling: the same topic before the one above it, and within a topic the
 * nearest place first. A unit that no longer exists is not suggested.
 */
export const suggestPrecedents = view({
  name: 'hotline.suggest-precedents',
  title: '裁定先例建议',
  path: '/precedents/suggest',
  may: MAY,
  query: Type.Object({ topic: Topic, place: Place }),
  read: async ({ db, query, by, scopes }) => {
    const tree = scopes as OrganisationTree;
    const place = placeNamed(tree, query.place).code;
    if (permit(MAY, by, { place }, tree) !== 'allowed') refuse('lib.not-found');
    const topics = topicsAbove(query.topic);
    const places = placesAbove(tree, place);
    const found = await sql<{ handler: string; topic: string; place: string }>`
      select id, number, topic, place, handler, reason, ruled_at from precedent
       where state = 'in-force' and topic = any(${topics}::text[]) and place = any(${places}::text[])
       order by array_position(${topics}::text[], topic), array_position(${places}::text[], place), id desc`.execute(
      db,
    );
    const items = found.rows
      .filter((each) => tree.organisations.get(each.handler)?.isActive === true)
      .slice(0, MOST)
      .map((each) => ({
        ...each,
        handlerName: tree.nameOf(each.handler),
        placeName: tree.nameOf(each.place),
      }));
    return { items };
  },
});
