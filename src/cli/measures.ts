import { measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import { isUuid } from '#lib/ids.ts';
import { EXIT, printJson, readYear, UsageFault, type Command } from './command.ts';
import { withApp } from './with-app.ts';

/** Records a page of `records` has where nothing is said. */
const USUAL = 200;

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
    const after = values['after'] as string | undefined;
    if (after !== undefined && !isUuid(after))
      throw new UsageFault('--after 应为上一页最后一条记录的标识（上次输出中的 next）');
    const limit = Number(values['limit'] ?? USUAL);
    if (!Number.isSafeInteger(limit) || limit < 1) throw new UsageFault('--limit 应为正整数，如 --limit 200');
    return withApp(config, async (app) => {
      await printJson(
        await recordsOfYear(app, {
          year,
          name: positionals[0]!,
          after,
          limit,
        }),
      );
      return EXIT.done;
    });
  },
};
