import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find, type Need } from '#lib/action/need.ts';
import { Path } from '../fields.ts';
import { parseRule } from '../rules/index.ts';
import { compareFrameworks } from './compare.ts';
import { framework, type Framework } from './framework.ts';
import type { FrameworkBody, FrameworkRow } from './row.ts';
import { GroupInput, RowInput } from './rule-schema.ts';

const origin: Need<{ readonly row: { readonly copiedFrom: string | null } }, Framework | null> = find(
  framework,
  // A form of its own has no origin: no row has this id.
  ({ row }: { readonly row: { readonly copiedFrom: string | null } }) => ({
    id: row.copiedFrom ?? '00000000-0000-0000-0000-000000000000',
  }),
);
const changed = (body: Pick<FrameworkBody, 'rows' | 'groups'>, source: Framework | null) =>
  source ? compareFrameworks(source, body) : [];

/** 修改指标 — an existing path is replaced, a new one is added; the rule is read from its words. */
export const changeRow = action(framework, {
  name: 'change-row',
  title: '修改指标',
  may: { 'finance.section': 'region' },
  from: ['draft'],
  to: ['draft'],
  input: RowInput,
  needs: { source: origin },
  decide({ framework: mine, input, source }) {
    const before = mine.rows.find((row) => row.path === input.path);
    const { rule } = parseRule(input.rule, {
      full: input.weight,
      name: input.name,
      ...(input.definition === '' ? {} : { definition: input.definition }),
    });
    const row: FrameworkRow = { ...input, rule, merged: before?.merged ?? null };
    const rows = before
      ? mine.rows.map((each) => (each.path === row.path ? row : each))
      : [...mine.rows, row];
    return { state: 'draft', rows, changes: changed({ rows, groups: mine.groups }, source) };
  },
});

export const dropRow = action(framework, {
  name: 'drop-row',
  title: '删除指标',
  may: { 'finance.section': 'region' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({ path: Path }),
  needs: { source: origin },
  decide({ framework: mine, input, source }) {
    const rows = mine.rows.filter((row) => row.path !== input.path);
    return { state: 'draft', rows, changes: changed({ rows, groups: mine.groups }, source) };
  },
});

/** 调整分组权重 — all groups at once, so that they can be checked together. */
export const weighGroups = action(framework, {
  name: 'weigh-groups',
  title: '调整分组权重',
  may: { 'finance.section': 'region' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({ groups: Type.Array(GroupInput, { title: '分组', maxItems: 60 }) }),
  needs: { source: origin },
  decide: ({ framework: mine, input, source }) => ({
    state: 'draft',
    groups: input.groups,
    changes: changed({ rows: mine.rows, groups: input.groups }, source),
  }),
});
