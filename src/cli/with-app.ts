import { findHead } from '#ledger/index.ts';
import type { Config } from '#lib/config.ts';
import { say } from '#lib/log.ts';
import { openApp, type Running } from '../main.ts';
import { firstFilling, type Purpose } from './first-filling.ts';
import { isUntouched, seedDemo, seedFoundation } from './first-start.ts';

async function warnOfNothing({ config, query }: Running): Promise<void> {
  if ((await findHead(query)) === 0)
    say(`注意：${config.dataDirectory} 中的租户 ${config.tenant} 还没有任何记录，请核对数据目录或数据库地址`);
}

const LOADS = {
  foundation: { words: '首次运行：装入区划、机构和日历', load: seedFoundation },
  demonstration: { words: '首次运行：装入演示数据', load: seedDemo },
} as const;

/**
 * Opens the program for one command and closes it again; uses the running database, or starts one for so long. An
 * untouched tenant is filled first as far as the command's purpose calls for (first-filling.ts); where it is not, the
 * command says that there is nothing.
 */
export async function withApp<T>(
  config: Config,
  work: (app: Running) => Promise<T>,
  purpose: Purpose = 'shows',
): Promise<T> {
  const app = await openApp(config, { closeOnSignals: true });
  try {
    const filling = firstFilling(purpose, config);
    if (filling === 'nothing') await warnOfNothing(app);
    else if (await isUntouched(app)) {
      say(LOADS[filling].words);
      await LOADS[filling].load(app);
    }
    return await work(app);
  } finally {
    await app.close();
  }
}
