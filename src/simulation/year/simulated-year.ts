import { instant, integer, json, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/**
 * How the people of the year behave: as they should, or as somebody who wants good figures. `desk` is no year, but what
 * lies on the desks of today.
 */
export const SCENARIOS = { plain: '照常', careless: '马虎（埋有问题）', desk: '在办工单' } as const;
export type ScenarioName = keyof typeof SCENARIOS;

/** Whose year it is: each is made, checked and marked by itself. */
export const MODULES = { hotline: '热线工单', cases: '办件' } as const;
export type ModuleName = keyof typeof MODULES;

/** 模拟年度 — says that the records of this year were made by the program, how, and with which totals. */
export const simulatedYear = noun({
  name: 'simulated-year',
  as: 'simulated',
  path: 'simulated-years',
  title: '模拟年度',
  states: { running: '生成中', complete: '已生成' },
  columns: {
    year: integer('年度'),
    module: text<ModuleName>('模块'),
    scenario: text<ScenarioName>('情形'),
    scale: integer('倍数'),
    seed: integer('种子'),
    beganAt: instant('生成时间'),
    /** 假定与说明: what the simulated year runs on that is an example and nobody's own rule. */
    remarks: json<readonly string[]>('说明'),
    totals: json<Readonly<Record<string, string>>>('合计').orNull(),
    /** What a careless year planted: kind → the numbers of the orders. */
    planted: json<Readonly<Record<string, number>>>('埋入的问题').orNull(),
  },
  series: 'MN',
  see: { 'people.staff': 'anyone' },
  filters: ['year', 'module', 'state'],
});
export type SimulatedYear = RowOf<typeof simulatedYear>;
