import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { say } from '#lib/log.ts';
import { stage } from '#lib/progress.ts';
import type { Invited } from '#people/index.ts';
import { openApp, openServer, type Running } from '../main.ts';
import { firstStart } from './first-start.ts';
import { EXIT, type Command } from './command.ts';
import { refuseTakenPort } from './port.ts';

const urlOf = (host: string, port: number): string =>
  `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/`;

/** Serves until told to stop; then finishes what is under way. A second signal ends at once. */
async function serveUntilStopped(app: Running, invited: Invited | null): Promise<void> {
  const { host, port } = app.config;
  const { server, stop } = await openServer(app);
  try {
    await server.listen({ host, port });
    const url = urlOf(host, (server.server.address() as AddressInfo).port);
    say(`\n网址　${url}`);
    if (invited)
      say(`首位管理员（账号 ${invited.account}）的一次性链接\n  ${new URL(invited.path, url).href}`);
    say('按 Ctrl+C 停止\n');
    await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
    process.once('SIGINT', () => process.exit(130));
    say('正在停止……');
  } finally {
    // Also when it cannot listen: its loops would work on after the database was closed.
    await stop();
  }
}

export const serve: Command = {
  name: 'serve',
  usage: '[--empty]',
  about: '启动系统：数据库、网页和后台任务。--empty：不装入演示数据，打印首位管理员的一次性链接',
  options: { empty: { type: 'boolean' } },
  takes: [0, 0],
  run: async ({ config, values }) => {
    await refuseTakenPort(config);
    const app = await stage('数据库', () => openApp(config));
    try {
      await serveUntilStopped(app, await firstStart(app, { isEmpty: values['empty'] === true }));
    } finally {
      await app.close();
    }
    return EXIT.done;
  },
};
