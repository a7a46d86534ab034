import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../refusal.ts';
import '../refusals.ts';

/**
 * A name in Linux's abstract socket namespace, bound by one process at most. The kernel frees it when that process
 * dies, however it dies: unlike a lock file it cannot be left behind, and nobody has to guess whether it was.
 */
function bind(name: string): Promise<Server | undefined> {
  return new Promise((settle, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? settle(undefined) : fail(error),
    );
    server.listen({ path: `\0${name}`, exclusive: true }, () => settle(server));
  });
}

const release = (server: Server) => new Promise<void>((done) => server.close(() => done()));

/** Runs `work` while no other process does so for the same directory. Waits up to `seconds`, then refuses. */
export async function withDirectoryLock<T>(
  directory: string,
  seconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const name = `yichuang-${createHash('sha256').update(directory).digest('hex').slice(0, 32)}`;
  const until = performance.now() + seconds * 1000;
  let held = await bind(name);
  while (!held) {
    if (performance.now() > until) refuse('db.lock-timeout', { directory, seconds });
    await sleep(25);
    held = await bind(name);
  }
  try {
    return await work();
  } finally {
    await release(held);
  }
}
