import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { organisationNamed } from '#organisations/index.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { refuseUnread } from '../covering/cover-first.ts';
import { OrganisationId, Reason } from '../order/fields.ts';
import { stepBegun, stepNeeds } from '../order/step.ts';
import { workOrder } from '../order/work-order.ts';
import { attached, handedOver } from './attached.ts';
import { precedent } from './precedent.ts';

type Asked = { readonly row: { readonly topic: string } };

/**
 * 裁定 — who handles it when units pass it round. The unit named can neither return it nor be relieved by the dispatcher,
 * and the ruling stands as a precedent for the topic and place until another takes its place.
 */
export const arbitrate = action(workOrder, {
  name: 'arbitrate',
  title: '裁定',
  about: '对退单或有争议的工单裁定承办单位；裁定成为同类诉求的先例，被裁定的单位不得再退',
  may: { 'hotline.supervisor': 'place' },
  from: ['returned', 'dispatched', 'signed'],
  to: ['dispatched'],
  input: Type.Object({ handler: OrganisationId, reason: Reason('裁定理由') }),
  needs: {
    unit: organisationNamed('handler'),
    earlier: rows(precedent, ({ row }: Asked) => ({ topic: row.topic })),
    ...stepNeeds,
    ...attached,
    ...speakerNeeds,
  },
  decide({
    order,
    input,
    unit,
    earlier,
    speakers,
    helpers,
    notices,
    relays,
    calendar,
    rules,
    steps,
    now,
    id,
  }) {
    const isMoved = unit.id !== order.handler;
    if (isMoved) refuseUnread(order);
    const patch = {
      state: 'dispatched',
      handler: unit.id,
      ...(isMoved ? { handedAt: now } : {}),
      precedent: id(0),
      signedAt: null,
      ...stepBegun('dispatched', order.isUrgent, { calendar, rules, steps, now }),
      askedExtension: null,
      transfers: isMoved ? (order.transfers ?? 0) + 1 : order.transfers,
    } as const;
    const ruling = create(precedent, {
      id: id(0),
      state: 'in-force',
      topic: order.topic,
      place: order.place,
      handler: unit.id,
      reason: coverIn(order, speakers).note(input.reason),
      ruledAt: now,
      orderId: order.id,
      orderNumber: order.number,
    });
    const overruled = earlier
      .filter((each) => each.state === 'in-force' && each.place === order.place)
      .map((each) => change(precedent, each, { state: 'superseded' }));
    const moved = isMoved ? handedOver({ helpers, notices, relays }, unit.id) : [];
    return [patch, ruling, ...overruled, ...moved];
  },
});
