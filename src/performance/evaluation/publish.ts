import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';

/** 公开 — the reviewed evaluation goes to the public with the final accounts. Source: 预算法 第十四条. */
export const publishEvaluation = action(evaluation, {
  name: 'publish',
  title: '公开',
  may: { 'performance.leader': 'organisation' },
  from: ['reviewed'],
  to: ['published'],
  input: Type.Object({}),
  decide: ({ evaluation: mine, by, now }) => ({
    state: 'published',
    publishedAt: now,
    signOffs: [...mine.signOffs, signOff('published', by, now)],
  }),
});
