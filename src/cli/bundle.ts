import { SYSTEM } from '#lib/action/person.ts';
import { makeBundle } from '#performance/index.ts';
import { deliver, EXIT, readYear, type Command } from './command.ts';
import { withApp } from './with-app.ts';

export const bundle: Command = {
  name: 'bundle',
  usage: '--year Y [--unit NAME] [--out FILE]',
  about: '已签发的自评打成一个签名的报告包：数据、规则、条目摘要、得分；可用 verify 离线核验',
  options: { year: { type: 'string' }, unit: { type: 'string' }, out: { type: 'string' } },
  takes: [0, 0],
  run: ({ config, values }) => {
    const year = readYear(values['year']);
    return withApp(config, async (app) => {
      const unit = values['unit'] as string | undefined;
      const made = await makeBundle(
        app,
        { key: String(year), ...(unit === undefined ? {} : { organisation: unit }) },
        { by: SYSTEM, app },
      );
      const text = `${JSON.stringify(made, null, 2)}\n`;
      await deliver(text, values['out'] as string | undefined);
      return EXIT.done;
    });
  },
};
