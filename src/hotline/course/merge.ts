import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { OPEN, STATES, WITH_UNIT } from '../order/words.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { attached, letGo } from './attached.ts';
import { endedUnanswered, mustBeUnanswered } from './ended.ts';
import { isOurs } from './ours.ts';

type Asked = { readonly input: { readonly into: string } };
const MAY = {
  'hotline.agent': 'place',
  'hotline.dispatcher': 'place',
  'hotline.supervisor': 'place',
} as const;

/** The order it goes into: open, another one, and one the person may touch; a stranger's is as good as none. */
function getTarget(
  order: WorkOrder,
  target: WorkOrder | null,
  by: Person,
  tree: OrganisationTree,
): WorkOrder {
  const seen = target && permit(MAY, by, target, tree) === 'allowed' ? target : refuse('hotline.no-target');
  if (seen.id === order.id) refuse('hotline.into-itself');
  if (!(OPEN as readonly string[]).includes(seen.state))
    refuse('hotline.target-ended', { number: seen.number, state: STATES[seen.state] });
  return seen;
}

/**
 * 合并 — a second word about the same matter goes into the order that is already open; it is answered there and counts
 * nowhere. Both orders' versions are guarded: two that are merged into each other at once cannot both vanish.
 */
export const merge = action(workOrder, {
  name: 'merge',
  title: '合并重复工单',
  about: '并入同一事项尚未办结的工单，不再单独办理',
  may: MAY,
  from: ['registered', 'returned', ...WITH_UNIT],
  to: ['merged'],
  input: Type.Object({ into: Type.String({ title: '并入工单', format: 'uuid', ref: 'work-order' }) }),
  needs: {
    target: find(workOrder, ({ input }: Asked) => ({ id: input.into })),
    tree: holding(organisationTree),
    ...attached,
  },
  when: isOurs,
  decide({ order, target, tree, by, now, helpers, notices, relays, promises }) {
    const into = getTarget(order, target, by, tree);
    mustBeUnanswered(order);
    return [
      { state: 'merged', outcome: 'merged', mergedInto: into.id, ...endedUnanswered(order, now) },
      change(workOrder, into, {}),
      ...letGo({ helpers, notices, relays, promises }),
    ];
  },
});
