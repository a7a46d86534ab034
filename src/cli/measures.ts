import { measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import { EXIT, printJson, readYear, type Command } from './command.ts';
import { withApp } from './with-app.ts';

export const measures: Command = {
  name: 'measures',
  usage: '--year Y [NAME]',
  about: '某一年的数字，附口径与截至的账本序号',
  options: { year: { type: 'string' }, json: { type: 'boolean' } },
  takes: [0, 1],
  run: ({ config, values, positionals }) => {
    const year = readYear(values['year']);
    return withApp(config, async (app) => {
      const all = await measuresOfYear(app, { year, name: positionals[0] });
      await printJson(all);
      return EXIT.done;
    });
  },
};

export const records: Command = {
  name: 'records',
  usage: 'NAME --year Y [--after ID] [--limit N]',
  about: '某个数字背后的记录',
  options: {
    year: { type: 'string' },
    after: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  takes: [1, 1],
  run: ({ config, values, positionals }) => {
    const year = readYear(values['year']);
    return withApp(config, async (app) => {
      const after = values['after'] as string | undefined;
      await printJson(
        await recordsOfYear(app, {
          year,
          name: positionals[0]!,
          after,
          limit: Number(values['limit'] ?? 200),
        }),
      );
      return EXIT.done;
    });
  },
};
