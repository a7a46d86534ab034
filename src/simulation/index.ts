import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { begin, complete } from './year/begin.ts';
import { simulatedYear } from './year/simulated-year.ts';
import { simulationView } from './year/view.ts';
import './year/refusals.ts';

export { evaluationFigures } from './hotline/evaluation-figures.ts';
export { caseFigures } from './cases/evaluation-figures.ts';
export { simulateHotline, type Simulated } from './simulate.ts';
export { simulateCases } from './simulate-cases.ts';
export { simulateToday } from './today.ts';
export { simulateCasesToday } from './cases/today.ts';
export { MODULES as SIMULATED_MODULES, type ModuleName } from './year/simulated-year.ts';
export { unfinishedYears } from './year/unfinished.ts';
export { madeOf } from './year/made-of.ts';
export { simulatedYears } from './year/view.ts';

/** 模拟 — a year made by the real actions under a simulated clock: the demonstration and the load. */
export const simulation = module({
  name: 'simulation',
  title: '模拟年度',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [simulatedYear],
  actions: [begin, complete],
  views: [simulationView],
});
