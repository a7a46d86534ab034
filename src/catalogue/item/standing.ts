import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { item } from './item.ts';

const MAY = { 'catalogue.publisher': 'place' } as const;
const Reason = Type.Object({ reason: Type.String({ title: '原因', minLength: 2, maxLength: 200 }) });

/** 发布 — from now on the item is offered; one with faults is not. */
export const publishItem = action(item, {
  name: 'publish',
  title: '发布',
  may: MAY,
  from: ['draft'],
  to: ['published'],
  input: Type.Object({}),
  decide({ item: { faults }, now }) {
    if (faults > 0) refuse('catalogue.faulty', { count: faults });
    return { state: 'published', publishedAt: now };
  },
});
/** 暂停办理 — no new case; those under way go on. */
export const suspendItem = action(item, {
  name: 'suspend',
  title: '暂停办理',
  may: MAY,
  from: ['published'],
  to: ['suspended'],
  input: Reason,
  decide: () => ({ state: 'suspended' }),
});
export const resumeItem = action(item, {
  name: 'resume',
  title: '恢复办理',
  may: MAY,
  from: ['suspended'],
  to: ['published'],
  input: Reason,
  decide: () => ({ state: 'published' }),
});
/** 取消 — for good; its editions stay readable. */
export const cancelItem = action(item, {
  name: 'cancel',
  title: '取消',
  may: MAY,
  from: ['listed', 'draft', 'published', 'suspended'],
  to: ['cancelled'],
  input: Reason,
  decide: ({ now }) => ({ state: 'cancelled', endedAt: now }),
});
