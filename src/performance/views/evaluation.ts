import { Type } from 'typebox';
import { openActions, publicRow } from '#lib/action/engine/answer.ts';
import { actionsOf } from '#lib/app.ts';
import { timelineOf } from '#lib/http/timeline.ts';
import { view } from '#lib/view.ts';
import { figuresOfRule } from '../assess/figures-of-rule.ts';
import { ruleOf } from '../assess/score-row.ts';
import { compareContents } from '../assess/compare.ts';
import { evaluation, type Content } from '../evaluation/evaluation.ts';
import { contentDigest } from '../evaluation/frozen.ts';
import { printRule } from '../rules/index.ts';
import { getAssessed } from './find.ts';
import { readers, which } from './rights.ts';

/** The whole evaluation of a year: the row, its sheet with printed rules, the score beside the self-score, the course. */
export const evaluationView = view({
  name: 'performance.evaluation',
  title: '绩效自评',
  path: '/evaluations/{key}',
  may: readers,
  query: Type.Object(which),
  read: async ({ query, by, app, now, scopes }) => {
    const { evaluation: row, form, assessment } = await getAssessed(query, { by, app });
    const actions = openActions(actionsOf(app, evaluation.name), row, { by, now, scopes });
    const { frozen } = row;
    return {
      ...publicRow(evaluation, row),
      actions: actions.map((action) => action.name),
      timeline: await timelineOf(app, row.id),
      form: {
        id: form.id,
        name: form.name,
        source: form.source,
        groups: form.groups,
        rows: form.rows.map((line) => ({
          ...line,
          rule: printRule(line.rule),
          kind: line.rule.kind,
          /** Keys of the figures its rule reads, to be shown with their sources. */
          figures: figuresOfRule(ruleOf({ row: line, self: row.sheet[line.path] }), row.figures),
        })),
      },
      ...assessment,
      /** Null while nothing was signed; false when the content is no longer what was signed. */
      isAsSigned: frozen === null ? null : frozen.digest === contentDigest(row, form),
    };
  },
});

export const findingsView = view({
  name: 'performance.findings',
  title: '数据核对问题',
  path: '/evaluations/{key}/findings',
  may: readers,
  query: Type.Object(which),
  read: async ({ query, by, app }) => {
    const { evaluation: row, assessment } = await getAssessed(query, { by, app });
    return { items: assessment.findings.map((each) => ({ ...each, answer: row.answers[each.id] ?? null })) };
  },
});

export const forecastView = view({
  name: 'performance.forecast',
  title: '得分变动测算',
  path: '/evaluations/{key}/forecast',
  may: readers,
  query: Type.Object(which),
  read: async ({ query, by, app }) => {
    const { assessment } = await getAssessed(query, { by, app });
    const { claimed, recomputed, range } = assessment.score;
    return { claimed, recomputed, range, items: assessment.forecast };
  },
});

/** Against another year or department, or (without `against`) against what was last signed. */
export const changesView = view({
  name: 'performance.changes',
  title: '版本比较',
  path: '/evaluations/{key}/changes',
  may: readers,
  query: Type.Object({
    ...which,
    against: Type.Optional(Type.String({ title: '与之比较的年度、标识或编号', minLength: 4, maxLength: 60 })),
  }),
  read: async ({ query, by, app }) => {
    const { evaluation: row, form } = await getAssessed(query, { by, app });
    if (query.against === undefined) {
      const signed = row.frozen?.content as Content | undefined;
      return { compared: signed ? compareContents(signed, row, { before: form, after: form }) : null };
    }
    const other = await getAssessed({ key: query.against, organisation: query.organisation }, { by, app });
    return { compared: compareContents(other.evaluation, row, { before: other.form, after: form }) };
  },
});
