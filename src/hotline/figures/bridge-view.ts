import { Type } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { measuresOfYear } from '#ledger/index.ts';
import { settingOf } from '#settings/index.ts';
import { bridge } from './bridge.ts';
import { dueOrders } from './due.ts';
import './refusals.ts';

/**
 * 受理到应办理 — each line with its count and the list behind it; `difference` is what the lines leave unexplained between
 * their sum and the counted 应办理, nothing when they are complete.
 */
export const bridgeView = view({
  name: 'hotline.bridge',
  title: '受理量到应办理量',
  path: '/hotline/bridge',
  // Lines by place and lines by unit belong together only over the whole district.
  may: { 'hotline.supervisor': 'place', 'hotline.dispatcher': 'place', 'ledger.auditor': 'anyone' },
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^[0-9]{4}$' }) }),
  read: async ({ query, by, scopes, app }) => {
    const read = await measuresOfYear(app, { year: Number(query.year) }, { by, scopes });
    const figures = new Map(read.map((figure) => [figure.name, figure]));
    const lines = settingOf(app, bridge).map((line) => {
      // A line left out for want of sight would look like a difference.
      const { title, basis, value } = figures.get(line.measure) ?? refuse('hotline.bridge-not-seen');
      return {
        ...line,
        title,
        basis,
        value,
        records: `/api/measures/${line.measure}/records?year=${query.year}`,
      };
    });
    const total = lines.reduce(
      (sum, { sign, value }) => sum + (sign === 'plus' ? 1 : -1) * Number(value ?? 0),
      0,
    );
    const due = Number(figures.get(dueOrders.name)?.value ?? 0);
    return { year: Number(query.year), lines, total, due, difference: due - total };
  },
});
