import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationNamed } from '#organisations/index.ts';
import { refuseUnread } from '../covering/cover-first.ts';
import { OrganisationId, Reason } from '../order/fields.ts';
import { WITH_UNIT } from '../order/words.ts';
import { stepBegun, stepNeeds } from '../order/step.ts';
import { workOrder } from '../order/work-order.ts';
import { attached, handedOver } from './attached.ts';

/** 转办 — to another unit under the clock it has: a wrong first dispatch must not cost the citizen a day. */
export const transfer = action(workOrder, {
  name: 'transfer',
  title: '转办',
  about: '改由另一个单位承办；时限不重新计算',
  may: { 'hotline.dispatcher': 'place' },
  from: [...WITH_UNIT],
  to: ['dispatched'],
  input: Type.Object({ handler: OrganisationId, reason: Reason('转办理由') }),
  needs: { unit: organisationNamed('handler'), ...stepNeeds, ...attached },
  decide({ order, unit, helpers, notices, relays, calendar, rules, steps, now }) {
    if (unit.id === order.handler) refuse('hotline.same-unit', { unit: unit.name });
    refuseUnread(order);
    if (order.precedent !== null) refuse('hotline.ruled');
    const patch = {
      state: 'dispatched',
      handler: unit.id,
      handedAt: now,
      signedAt: null,
      ...stepBegun('dispatched', order.isUrgent, { calendar, rules, steps, now }),
      askedExtension: null,
      transfers: (order.transfers ?? 0) + 1,
    } as const;
    return [patch, ...handedOver({ helpers, notices, relays }, unit.id)];
  },
});
