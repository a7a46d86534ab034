import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { fromHeld } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { organisationNamed, organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { underCity } from '../city/city-clock.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { refuseUnread } from '../covering/cover-first.ts';
import { limits } from '../limits.ts';
import { assistance } from './assistance.ts';
import { clockFor, countedColumns, dueColumns } from './deadline.ts';
import { Note, OrganisationId } from './fields.ts';
import { asStated, isOverAlready } from './stated-limit.ts';
import { stepBegun, stepNeeds } from './step.ts';
import { workOrder } from './work-order.ts';

type Asked = { readonly input: { readonly assisting?: readonly string[] | undefined } };
const assistingUnits = fromHeld(organisationTree, (tree, { input }: Asked) =>
  (input.assisting ?? []).map(
    (id) =>
      (tree.organisations.get(id)?.isActive === true ? tree.organisations.get(id) : undefined) ??
      refuse(
        'organisations.no-organisation',
        {},
        { fields: [{ path: 'assisting', message: '没有这个单位，或它已撤销' }] },
      ),
  ),
);

/**
 * 派单 — to the unit that must answer, and to those that help. The clock runs from here, whether or not the unit signs
 * (首接负责). A returned order goes out again under the clock it had: being passed round costs the citizen nothing; back
 * to the unit that returned it only a ruling can send it.
 */
export const dispatch = action(workOrder, {
  name: 'dispatch',
  title: '派单',
  about: '派给一个主办单位和若干协办单位；时限自派单起算',
  may: { 'hotline.dispatcher': 'place' },
  from: ['registered', 'returned'],
  to: ['dispatched'],
  input: Type.Object({
    handler: OrganisationId,
    assisting: Type.Optional(
      Type.Array(Type.String({ format: 'uuid', ref: 'organisation' }), {
        title: '协办单位',
        maxItems: 20,
        uniqueItems: true,
      }),
    ),
    note: Type.Optional(Note),
  }),
  needs: {
    unit: organisationNamed('handler'),
    helpers: assistingUnits,
    table: settingNow(limits),
    ...stepNeeds,
    ...speakerNeeds,
  },
  decide({ order, input, unit, helpers, speakers, calendar, table, rules, steps, now }) {
    if (helpers.some((each) => each.id === unit.id)) refuse('hotline.assists-itself');
    refuseUnread(order);
    if (order.state === 'returned' && unit.id === order.handler)
      refuse('hotline.needs-ruling', { unit: unit.name });
    const round = { calendar, aheadDays: rules['aheadOfCityDays'] as number, now };
    const own = () => asStated(clockFor(order, table as never, now), order, now);
    const timed =
      order.clock === null
        ? dueColumns(underCity(own(), order.cityDueAt, round), calendar)
        : { clock: order.clock, dueAt: order.dueAt, dueBecause: order.dueBecause };
    const patch = {
      state: 'dispatched',
      handler: unit.id,
      dispatchedAt: order.dispatchedAt ?? now,
      handedAt: now,
      signedAt: null,
      ...stepBegun('dispatched', order.isUrgent, { calendar, rules, steps, now }),
      ...timed,
      ...(order.countedDueAt === null && timed.dueAt !== null
        ? countedColumns(order.registeredAt, timed.dueAt)
        : {}),
      ...(isOverAlready(order, now) ? { isOnTime: false } : {}),
    } as const;
    const request = coverIn(order, speakers).note(input.note ?? '请协助办理');
    const asked = helpers.map((each) =>
      create(assistance, {
        state: 'asked',
        orderId: order.id,
        orderNumber: order.number,
        place: order.place,
        unit: each.id,
        lead: unit.id,
        title: order.title,
        request,
        askedAt: now,
      }),
    );
    return [patch, ...asked];
  },
});
