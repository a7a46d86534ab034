import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays } from '#lib/time.ts';
import { organisationTree, REGION_KINDS, type OrganisationTree } from '#organisations/index.ts';
import { Document, happenedOn, On, Reason, refuseBackward } from '../fields.ts';
import { item } from '../item/item.ts';
import { delegation } from './delegation.ts';
import { DELEGATION_LEVELS, type DelegationLevel } from '../words.ts';
import { basicCodeOf } from './counted-once.ts';
import { overlap } from './holds.ts';

const MAY = { 'catalogue.publisher': 'place' } as const;
type OfItem = { readonly input: { readonly item: string } };

/** Towns for towns; for villages the villages themselves, or a town for all in it. */
function refuseStrange(places: readonly string[], level: DelegationLevel, tree: OrganisationTree): void {
  for (const code of places) {
    const region = tree.regions.get(code);
    const found = region?.isActive ? REGION_KINDS[region.kind].level : null;
    if (found !== level && !(level === 'village' && found === 'town'))
      refuse('catalogue.no-such-place', { code });
  }
}

/** 赋权 — from that day on the level handles the item itself. */
export const delegateItem = birth(delegation, {
  name: 'delegate',
  title: '赋权',
  may: MAY,
  to: ['delegated'],
  input: Type.Object({
    item: Type.String({ title: '事项', format: 'uuid', ref: 'item' }),
    level: oneOf(DELEGATION_LEVELS, '层级'),
    places: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9]{9}([0-9]{3})?$', wrong: '应为区划代码', ref: 'region' }), {
        title: '限于这些地方（不填为全部）',
        maxItems: 200,
        uniqueItems: true,
      }),
    ),
    startsOn: On('赋权起日'),
    endsOn: Type.Optional(On('赋权止日（不填为长期）')),
    document: Document,
  }),
  needs: {
    of: find(item, ({ input }: OfItem) => ({ id: input.item })),
    earlier: rows(delegation, ({ input }: OfItem) => ({ item: input.item })),
    tree: holding(organisationTree),
  },
  decide({ input, of, earlier, tree }) {
    if (of?.isOwn !== true || of.state === 'cancelled') return refuse('catalogue.not-own');
    const { level, places = [], startsOn, endsOn } = input;
    refuseBackward(startsOn, endsOn);
    refuseStrange(places, level, tree);
    const lapsesOn = endsOn === undefined ? null : addDays(endsOn, 1);
    if (earlier.some((each) => overlap(each, { item: of.id, level, places, startsOn, lapsesOn })))
      refuse('catalogue.delegated', { name: of.name, level: DELEGATION_LEVELS[level] });
    return {
      state: 'delegated',
      item: of.id,
      code: of.number,
      name: of.name,
      basicCode: basicCodeOf(of),
      place: of.place,
      level,
      places,
      startsOn,
      endsOn: endsOn ?? null,
      lapsesOn,
      document: input.document,
    };
  },
});

/** 收回赋权 — that day is the first without it. */
export const withdrawDelegation = action(delegation, {
  name: 'withdraw',
  title: '收回赋权',
  may: MAY,
  from: ['delegated'],
  to: ['withdrawn'],
  input: Type.Object({ reason: Reason, on: Type.Optional(On('收回日期（不填为今天）')) }),
  decide({ delegation: before, input, now }) {
    const on = happenedOn(input.on, before.startsOn, now);
    // What had run out before stays so.
    const lapsesOn = before.lapsesOn !== null && before.lapsesOn < on ? before.lapsesOn : on;
    return { state: 'withdrawn', lapsesOn, withdrawnBecause: input.reason };
  },
});
