import { Type } from 'typebox';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { permit } from '#lib/action/permission.ts';
import { view, type Viewed } from '#lib/view.ts';
import { assess } from '../assess/assess.ts';
import { evaluation, type Evaluation } from '../evaluation/evaluation.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formOf, type Assessed } from './find.ts';
import { readers } from './rights.ts';

/** A district has some sixty departments; each is assessed anew, so that no list shows a stale score. */
const MOST = 200;

async function assessedOfYear(
  { app, by, scopes }: Viewed<unknown>,
  year: number,
): Promise<readonly Assessed[]> {
  const found = await app.query('select * from evaluation where year = $1 order by number limit $2', [
    year,
    MOST,
  ]);
  const seen = found
    .map((record) => rowFrom(evaluation, record) as Evaluation)
    .filter((row) => permit(evaluation.see, by, row, scopes) === 'allowed');
  const forms = new Map<string, Framework>();
  for (const { framework } of seen)
    if (!forms.has(framework)) forms.set(framework, await formOf(app, framework));
  return seen.map((row) => {
    const form = forms.get(row.framework)!;
    return { evaluation: row, form, assessment: assess(row, form) };
  });
}

const head = ({ evaluation: row }: Assessed) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  organisation: row.organisation,
  organisationName: row.organisationName,
});

/** 各单位得分: claimed beside recomputed, major findings first. */
export const scoresView = view({
  name: 'performance.scores',
  title: '各单位绩效得分',
  path: '/evaluation-scores',
  may: readers,
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^[0-9]{4}$' }) }),
  read: async (viewed) => {
    const all = await assessedOfYear(viewed, Number(viewed.query.year));
    const items = all.map((each) => {
      const { rows: _, ...score } = each.assessment.score;
      const count = (category: string): number =>
        each.assessment.findings.filter((finding) => finding.category === category).length;
      const findings = { contradictions: count('矛盾'), roundings: count('尾差'), doubtful: count('待说明') };
      return { ...head(each), score, findings };
    });
    return { items: items.toSorted((a, b) => b.findings.contradictions - a.findings.contradictions) };
  },
});

/** 同一指标横向比较: one row of the form across all departments on one page. */
export const rowAcrossView = view({
  name: 'performance.row-across',
  title: '同一指标各单位得分',
  path: '/indicator-scores',
  may: readers,
  query: Type.Object({
    year: Type.String({ title: '年度', pattern: '^[0-9]{4}$' }),
    path: Type.String({ title: '指标', minLength: 3, maxLength: 200 }),
  }),
  read: async (viewed) => {
    const all = await assessedOfYear(viewed, Number(viewed.query.year));
    return {
      path: viewed.query.path,
      items: all.flatMap((each) => {
        const row = each.assessment.score.rows.find((one) => one.path === viewed.query.path);
        if (!row) return [];
        const { reason = '', adapted = null } = each.evaluation.sheet[row.path] ?? {};
        return [{ ...head(each), ...row, reason, adapted: adapted?.name ?? null }];
      }),
    };
  },
});
