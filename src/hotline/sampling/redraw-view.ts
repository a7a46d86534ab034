import { Type } from 'typebox';
import { getRow } from '#lib/http/list-routes.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { callBackDraw, type CallBackDraw } from './call-back-draw.ts';
import { drawOrders } from './draw-orders.ts';
import { digestOf, populationFrom } from './members.ts';
import './refusals.ts';

/**
 * 重抽验证 — draws once more from the population that was kept, under the kept seed or another one, and says whether the
 * same orders come out. Changes nothing: nobody becomes a candidate for a call by it.
 */
export const redrawView = view({
  name: 'hotline.call-back-redraw',
  title: '重抽验证',
  path: '/call-back-draws/{id}/redraw',
  may: callBackDraw.see,
  query: Type.Object({
    id: Type.String({ title: '抽样', minLength: 1, maxLength: 40 }),
    seed: Type.Optional(Type.String({ title: '随机种子（不填则用原种子）', minLength: 1, maxLength: 60 })),
  }),
  read: async ({ query, by, app }) => {
    const kept = (await getRow(callBackDraw, query.id, { by, app })) as CallBackDraw;
    const members = kept.members ?? refuse('hotline.draw-without-members');
    const seed = query.seed ?? kept.seed;
    const { drawn, size, population } = drawOrders(populationFrom(members), { ...kept, seed });
    const before = new Set((kept.drawn ?? []).map(({ id }) => id));
    const common = drawn.filter(({ id }) => before.has(id)).length;
    return {
      seed,
      cutOffAt: kept.askedAt,
      population,
      size,
      digest: digestOf(members),
      isPopulationUnchanged: digestOf(members) === kept.membersDigest,
      isSameDraw: common === size && before.size === size,
      common,
      drawn: drawn.map(({ id, number }) => ({ id, number })),
    };
  },
});
