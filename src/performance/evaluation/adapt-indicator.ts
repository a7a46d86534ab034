import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { Note, Path, Words } from '../fields.ts';
import { parseRule } from '../rules/index.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';
import { getForm, itsForm } from './needs.ts';
import '../refusals.ts';

/** 细化为个性化指标 — the form's own remark asks for it on its open rows; it counts once it is approved. */
export const adaptIndicator = action(evaluation, {
  name: 'adapt-indicator',
  title: '提出个性化指标',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    path: Path,
    name: Words('个性化指标', 100),
    rule: Type.Optional(Note('评分标准', 2000)),
    note: Words('调整说明', 1000),
  }),
  needs: { form: itsForm },
  decide({ evaluation: mine, input, form, by }) {
    const row = getForm(form).rows.find((each) => each.path === input.path);
    if (!row) return refuse('performance.no-row', { path: input.path });
    if (!row.isGeneric) refuse('performance.not-generic', { name: row.name });
    const { name, note } = input;
    const rule = input.rule?.trim() ? parseRule(input.rule, { full: row.weight, name }).rule : null;
    const old = mine.sheet[row.path] ?? { points: null, reason: '', adapted: null };
    const adapted = { name, rule, note, approvedBy: null, approvedAt: null };
    return {
      state: 'draft',
      sheet: { ...mine.sheet, [row.path]: { ...old, adapted } },
      writers: asWriter(mine, by),
    };
  },
});

/** 批准个性化指标 — by the section of the finance office in charge, never by who proposed it. */
export const approveAdaptation = action(evaluation, {
  name: 'approve-adaptation',
  title: '批准个性化指标',
  may: { 'finance.section': 'region' },
  from: ['draft', 'self-scored', 'checked', 'submitted'],
  to: ['draft', 'self-scored', 'checked', 'submitted'],
  when: (row) => Object.values(row.sheet).some((each) => each.adapted?.approvedAt === null),
  input: Type.Object({ path: Path }),
  decide({ evaluation: mine, input, by, now }) {
    const score = mine.sheet[input.path];
    if (!score?.adapted || score.adapted.approvedAt !== null) return refuse('performance.no-adaptation');
    if (mine.writers.includes(by.id))
      refuse('performance.own-work', { step: '填报', title: '批准个性化指标' });
    const adapted = { ...score.adapted, approvedBy: by.name, approvedAt: now };
    return { state: mine.state, sheet: { ...mine.sheet, [input.path]: { ...score, adapted } } };
  },
});
