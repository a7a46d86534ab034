import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { leastOf } from './allocate.ts';
import { callBackDraw, type CallBackDraw } from './call-back-draw.ts';
import { hearingsOf } from './hearings.ts';
import { resultOf } from './result.ts';

/** 抽样结果 — by unit with interval and rank, or 样本不足. */
export const drawResultView = view({
  name: 'hotline.call-back-result',
  title: '回访抽样结果',
  path: '/call-back-draws/{id}/result',
  may: callBackDraw.see,
  query: Type.Object({ id: Type.String({ title: '抽样', minLength: 1, maxLength: 40 }) }),
  read: async ({ db, query, by, app }) => {
    const draw = (await getRow(callBackDraw, query.id, { by, app })) as CallBackDraw;
    const { nameOf } = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const { units, total, weighted } = resultOf(draw, await hearingsOf(db, draw));
    const { id, number, state, place, fromOn, toOn, seed, wantedSize, population, size } = draw;
    const { outside, rules, askedAt, drawnAt, membersDigest } = draw;
    const strata = draw.strata ?? [];
    return {
      draw: {
        id,
        number,
        state,
        place,
        fromOn,
        toOn,
        seed,
        wantedSize,
        population,
        size,
        outside,
        rules,
        askedAt,
        drawnAt,
        membersDigest,
        strata: strata.length,
        /** Strata of which nobody was drawn, because a smaller sample was wished for than the minimum of each asks. */
        strataWithout: strata.filter((each) => each.size === 0).length,
        leastSize: leastOf(
          strata.map((each) => each.population),
          rules.minimumPerStratum,
        ),
      },
      basis: '不满意率 = 不满意 ÷ 接通的回访（满意、不满意、未评价）；未接通和待回访的不计',
      units: units.map((line) => ({
        ...line,
        name: nameOf(line.unit),
        standing: line.rank === null ? '样本不足' : `第 ${line.rank} 名`,
      })),
      total,
      weighted,
    };
  },
});
