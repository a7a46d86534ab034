import { exportOrders } from '#hotline/assist/index.ts';
import { say } from '#lib/log.ts';
import { deliver, EXIT, UsageFault, type Command } from './command.ts';
import { withApp } from './with-app.ts';

const KIND = 'work-orders';

export const exportRecords: Command = {
  name: 'export',
  usage: `${KIND} [--units] [--out FILE]`,
  about:
    '导出本地已办结工单（遮去个人信息，保密工单不导出），一行一个 JSON，供 npm run train 和 classify --units 重新学习；--units：只要有承办单位的',
  options: { units: { type: 'boolean' }, out: { type: 'string' } },
  takes: [1, 1],
  run: ({ config, values, positionals }) => {
    if (positionals[0] !== KIND) throw new UsageFault(`目前能导出的是 ${KIND}`);
    return withApp(config, async (app) => {
      const lines: string[] = [];
      for await (const row of exportOrders(app, { withUnit: values['units'] === true }))
        lines.push(`${JSON.stringify(row)}\n`);
      await deliver(lines.join(''), values['out'] as string | undefined);
      say(`共 ${lines.length} 件。自动遮盖只是初稿，交给他人之前请抽查`);
      return EXIT.done;
    });
  },
};
