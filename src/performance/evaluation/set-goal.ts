import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { FigureKey, Note, Words } from '../fields.ts';
import { asWriter, without } from './change.ts';
import { evaluation } from './evaluation.ts';
import { goalGroups, type GoalGroup } from './parts.ts';

const Key = Type.String({ title: '标识', pattern: '^[a-z][a-z0-9-]{0,30}$' });
const Group = Type.Unsafe<GoalGroup>(
  Type.Union(
    goalGroups.map((each) => Type.Literal(each)),
    { title: '类别' },
  ),
);

/** 填写目标 — target and actual value, bound to the figure that proves it. */
export const setGoal = action(evaluation, {
  name: 'set-goal',
  title: '填写绩效目标',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    key: Key,
    group: Group,
    order: Type.Integer({ title: '序号', minimum: 1, maximum: 200 }),
    name: Words('指标', 200),
    target: Note('绩效目标', 500),
    actual: Note('完成情况', 2000),
    figure: Type.Optional(FigureKey),
    targetCounts: Type.Optional(Note('目标口径', 50)),
    actualCounts: Type.Optional(Note('完成口径', 50)),
  }),
  decide({ evaluation: mine, input, by }) {
    const { key, figure, targetCounts, actualCounts, ...given } = input;
    const goal = {
      ...given,
      figure: figure ?? null,
      targetCounts: targetCounts ?? '',
      actualCounts: actualCounts ?? '',
    };
    return { state: 'draft', goals: { ...mine.goals, [key]: goal }, writers: asWriter(mine, by) };
  },
});

export const dropGoal = action(evaluation, {
  name: 'drop-goal',
  title: '删除绩效目标',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({ key: Key }),
  decide: ({ evaluation: mine, input, by }) => ({
    state: 'draft',
    goals: without(mine.goals, input.key),
    writers: asWriter(mine, by),
  }),
});
