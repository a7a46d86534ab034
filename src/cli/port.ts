import { once } from 'node:events';
import { createServer } from 'node:net';
import { refusals, refuse } from '#lib/refusal.ts';

refusals({
  'cli.port-taken': {
    status: 409,
    message: '端口 {port} 已被占用',
    next: '请停掉占用它的程序，或换一个端口，例如以 PORT=8081 npm start 启动',
  },
});

/** Refuses a port that another program listens on: said at once, not after the minutes a first start may take. */
export async function refuseTakenPort({ host, port }: { readonly host: string; readonly port: number }) {
  const probe = createServer().listen({ host, port });
  await once(probe, 'listening').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EADDRINUSE') refuse('cli.port-taken', { port });
    throw fault;
  });
  probe.close();
  await once(probe, 'close');
}
