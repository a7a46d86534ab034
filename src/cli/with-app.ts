import type { Config } from '#lib/config.ts';
import { openApp, type Running } from '../main.ts';

/** Opens the program for one command and closes it again; uses the running database, or starts one for so long. */
export async function withApp<T>(config: Config, work: (app: Running) => Promise<T>): Promise<T> {
  const app = await openApp(config, { closeOnSignals: true });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
