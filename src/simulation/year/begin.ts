import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { MODULES, SCENARIOS, simulatedYear, type ModuleName } from './simulated-year.ts';
import './refusals.ts';

type Asking = { readonly input: { readonly year: number; readonly module: ModuleName } };

/** The first act of a simulated year: whatever else of it is there, this says what it is. */
export const begin = birth(simulatedYear, {
  name: 'begin',
  title: '开始模拟年度',
  may: { system: 'anyone' },
  hidden: true,
  to: ['running'],
  input: Type.Object({
    year: Type.Integer({ title: '年度', minimum: 1949, maximum: 2999 }),
    module: oneOf(MODULES, '模块'),
    scenario: oneOf(SCENARIOS, '情形'),
    scale: Type.Integer({ title: '倍数', minimum: 1, maximum: 1000 }),
    seed: Type.Integer({ title: '种子', minimum: 0 }),
    remarks: Type.Array(Type.String({ maxLength: 500 }), { title: '说明', maxItems: 20 }),
  }),
  needs: {
    there: find(simulatedYear, ({ input }: Asking) => ({ year: input.year, module: input.module })),
  },
  decide({ input, there, now }) {
    if (there) refuse('simulation.year-there', { year: input.year, title: '模拟' });
    return { state: 'running', ...input, beganAt: now };
  },
});

const Totals = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 40 }), { title: '合计' });
const Planted = Type.Record(Type.String({ maxLength: 60 }), Type.Integer({ minimum: 0 }), {
  title: '埋入的问题',
});

/** The year is whole and its totals were checked. */
export const complete = action(simulatedYear, {
  name: 'complete',
  title: '完成模拟年度',
  may: { system: 'anyone' },
  hidden: true,
  from: ['running'],
  to: ['complete'],
  input: Type.Object({ totals: Totals, planted: Type.Optional(Planted) }),
  decide: ({ input }) => ({ state: 'complete', totals: input.totals, planted: input.planted ?? null }),
});
