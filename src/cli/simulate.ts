import { say } from '#lib/log.ts';
import { stage } from '#lib/progress.ts';
import {
  SIMULATED_MODULES,
  simulateCases,
  simulateHotline,
  type ModuleName,
  type Simulated,
} from '#simulation/index.ts';
import { EXIT, printJson, readYear, UsageFault, type Command } from './command.ts';
import { isForNobody, seedDemo } from './first-start.ts';
import { withApp } from './with-app.ts';

const MOST_SCALE = 1000;

function readWhole(
  name: string,
  text: unknown,
  [from, to, fallback]: readonly [number, number, number],
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new UsageFault(`--${name} 应为 ${from} 至 ${to} 的整数`);
  return value;
}
function readModule(text: unknown): ModuleName {
  if (text === undefined) return 'hotline';
  const known = Object.keys(SIMULATED_MODULES) as readonly ModuleName[];
  const found = known.find((each) => each === text);
  if (!found) throw new UsageFault(`--module 应为 ${known.join(' 或 ')}`);
  return found;
}
function readScenario(text: unknown): 'plain' | 'careless' {
  if (text === undefined) return 'plain';
  if (text !== 'careless') throw new UsageFault('--as 目前只有 careless');
  return text;
}

function tell({ year, acts, isResumed, figures }: Simulated): void {
  const how = isResumed ? '从上次中断处接着做了' : '共';
  say(`${year} 年度已生成（模拟数据），${how} ${acts} 次操作`);
  for (const { title, counted, wanted } of figures)
    say(`  ${counted === wanted ? '✓' : '✗'} ${title}　${counted}`);
}

export const simulate: Command = {
  name: 'simulate',
  usage: '--year Y [--module hotline|cases] [--scale N] [--seed N] [--as careless] [--json]',
  about:
    '生成一个模拟年度：由真实的操作在模拟的时钟下逐件办理。已有该年度数据的租户会被拒绝；上次中断的年度以同样的参数接着生成',
  options: {
    year: { type: 'string' },
    module: { type: 'string' },
    scale: { type: 'string' },
    seed: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  takes: [0, 0],
  run: ({ config, values }) => {
    const year = readYear(values['year']);
    const make = { hotline: simulateHotline, cases: simulateCases }[readModule(values['module'])];
    const scale = readWhole('scale', values['scale'], [1, MOST_SCALE, 1]);
    const seed = readWhole('seed', values['seed'], [0, 2_147_483_647, 1]);
    const scenario = readScenario(values['as']);
    return withApp(
      config,
      async (app) => {
        if (await isForNobody(app)) await seedDemo(app, { withYear: false });
        const made = await stage('模拟年度', (report) => make(app, { year, scale, seed, scenario, report }));
        if (values['json']) await printJson(made);
        tell(made);
        return EXIT.done;
      },
      'founds',
    );
  },
};
