import { findHead } from '#ledger/index.ts';
import type { Config } from '#lib/config.ts';
import { say } from '#lib/log.ts';
import { openApp, type Running } from '../main.ts';
import { isUntouched, seedDemo, seedFoundation } from './first-start.ts';

async function warnOfNothing({ config, query }: Running): Promise<void> {
  if ((await findHead(query)) === 0)
    say(`注意：${config.dataDirectory} 中的租户 ${config.tenant} 还没有任何记录，请核对数据目录或数据库地址`);
}

interface Choices {
  readonly looksOnly?: boolean;
  readonly withoutDemo?: boolean;
}
/**
 * Opens the program for one command and closes it again; uses the running database, or starts one for so long. On an
 * untouched tenant the demonstration is loaded first, as `serve` would: every command has something to show. Not so for
 * one that `looksOnly`: it must not call sound what it has just made itself; and `withoutDemo` only what every tenant
 * stands on.
 */
export async function withApp<T>(
  config: Config,
  work: (app: Running) => Promise<T>,
  { looksOnly = false, withoutDemo = false }: Choices = {},
): Promise<T> {
  const app = await openApp(config, { closeOnSignals: true });
  try {
    if (looksOnly) await warnOfNothing(app);
    else if (await isUntouched(app)) {
      say(withoutDemo ? '首次运行：装入区划、机构和日历' : '首次运行：装入演示数据');
      await (withoutDemo ? seedFoundation(app) : seedDemo(app));
    }
    return await work(app);
  } finally {
    await app.close();
  }
}
