import { Type } from 'typebox';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { framework, type Framework } from '../frameworks/framework.ts';
import { weightFaults } from '../frameworks/weights.ts';
import { printRule } from '../rules/index.ts';
import { readers } from './rights.ts';

/** A form as it is printed: groups and rows with their rules in words, and where weights do not add up. */
export const frameworkRowsView = view({
  name: 'performance.framework-rows',
  title: '指标体系明细',
  path: '/frameworks/{key}/rows',
  may: readers,
  query: Type.Object({ key: Type.String({ title: '标识或编号', minLength: 4, maxLength: 60 }) }),
  read: async ({ query, by, app }) => {
    const form = (await getRow(framework, query.key, { by, app })) as Framework;
    return {
      name: form.name,
      year: form.year,
      source: form.source,
      groups: form.groups,
      rows: form.rows.map(({ rule, ...each }) => ({ ...each, rule: printRule(rule), kind: rule.kind })),
      weightFaults: weightFaults(form),
      changes: form.changes,
    };
  },
});
