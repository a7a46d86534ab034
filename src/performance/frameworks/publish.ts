import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { framework } from './framework.ts';
import { weightFaults } from './weights.ts';
import '../refusals.ts';

/** 发布 — weights must add up to 100 and to every printed group; from then on the form no longer changes. */
export const publishFramework = action(framework, {
  name: 'publish',
  title: '发布指标体系',
  may: { 'finance.section': 'region' },
  from: ['draft'],
  to: ['published'],
  input: Type.Object({}),
  decide({ framework: mine, now }) {
    const open = mine.rows.filter((row) => row.weight === '0');
    if (open.length > 0) refuse('performance.rules-open', { count: open.length });
    const faults = weightFaults(mine).map(
      ({ path, printed, added }) => `${path || '总分'}列明${printed}分、合计${added}分`,
    );
    if (faults.length > 0) refuse('performance.weights', { faults: faults.join('；') });
    return { state: 'published', publishedAt: now };
  },
});

/** 停用 — evaluations that stand on it go on; new ones cannot begin. */
export const retireFramework = action(framework, {
  name: 'retire',
  title: '停用指标体系',
  may: { 'finance.section': 'region' },
  from: ['published'],
  to: ['retired'],
  input: Type.Object({}),
  decide: () => ({ state: 'retired' }),
});
