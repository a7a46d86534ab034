import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { callBackDraw, type CallBackDraw } from './call-back-draw.ts';
import { resultOf, type Heard } from './result.ts';

/** What the callers on the list said since it was drawn; what was said before belongs to another question. */
async function hearings(
  db: Parameters<ReturnType<typeof sql>['execute']>[0],
  { drawn, drawnAt }: CallBackDraw,
): Promise<readonly Heard[]> {
  const { rows } = await sql<Heard>`
    select d.unit, case when o.called_back_at >= ${drawnAt}::timestamptz then o.call_back_result end as result
      from unnest(${(drawn ?? []).map(({ id }) => id)}::uuid[], ${(drawn ?? []).map(({ unit }) => unit)}::text[]) as d(id, unit)
      join work_order o on o.id = d.id`.execute(db);
  return rows;
}

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
    const { units, total, weighted } = resultOf(draw, await hearings(db, draw));
    const { id, number, state, fromOn, toOn, seed, population, size, outside, rules, drawnAt } = draw;
    return {
      draw: { id, number, state, fromOn, toOn, seed, population, size, outside, rules, drawnAt },
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
