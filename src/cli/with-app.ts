import type { Config } from '#lib/config.ts';
import { say } from '#lib/log.ts';
import { openApp, type Running } from '../main.ts';
import { isUntouched, seedDemo } from './first-start.ts';

/**
 * Opens the program for one command and closes it again; uses the running database, or starts one for so long. On an
 * untouched tenant the demonstration is loaded first, as `serve` would: every command has something to show.
 */
export async function withApp<T>(config: Config, work: (app: Running) => Promise<T>): Promise<T> {
  const app = await openApp(config, { closeOnSignals: true });
  try {
    if (await isUntouched(app)) {
      say('首次运行：装入演示数据');
      await seedDemo(app);
    }
    return await work(app);
  } finally {
    await app.close();
  }
}
