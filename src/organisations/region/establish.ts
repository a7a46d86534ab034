import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { beganOn } from '../dates.ts';
import { Name, On, RegionCode } from '../fields.ts';
import { maybeRegionNamed } from '../needs.ts';
import { REGION_KINDS, region, type RegionKind } from './region.ts';

const kinds = Object.fromEntries(
  Object.entries(REGION_KINDS).map(([kind, { title }]) => [kind, title]),
) as Readonly<Record<RegionKind, string>>;

/** 设立区划 — enters a division under its official code. Below the district every division has a parent. */
export const establishRegion = birth(region, {
  name: 'establish',
  title: '登记区划',
  may: { 'organisations.keeper': 'parent' },
  to: ['active'],
  input: Type.Object({
    code: RegionCode('区划代码'),
    name: Name('名称'),
    kind: oneOf(kinds, '类别'),
    parent: Type.Optional(RegionCode('上级区划')),
    on: Type.Optional(On('设立日期（不详可空）')),
  }),
  needs: {
    parent: maybeRegionNamed('parent'),
    taken: find(region, ({ input }: { input: { code: string } }) => ({ number: input.code })),
  },
  decide({ input, parent, taken, now }) {
    const { kind, name, code } = input;
    if (taken) refuse('organisations.code-taken', { code, name: taken.name });
    const { rank, level, title } = REGION_KINDS[kind];
    if (!parent && rank > REGION_KINDS.district.rank) refuse('organisations.whole', { kind: title });
    if (parent && REGION_KINDS[parent.kind].rank >= rank)
      refuse('organisations.level', { name, parent: parent.name });
    return {
      state: 'active',
      number: code,
      name,
      kind,
      level,
      parent: parent?.code ?? null,
      establishedOn: beganOn(input.on, now),
      formerNames: [],
    };
  },
});
