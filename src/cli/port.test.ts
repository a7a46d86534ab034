import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { refuseTakenPort } from './port.ts';

const host = '127.0.0.1';

test('a port that somebody listens on is refused with what to do; given free again it is taken', async () => {
  const other = createServer().listen({ host, port: 0 });
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(refuseTakenPort({ host, port })).rejects.toMatchObject({
    code: 'cli.port-taken',
    facts: { port },
  });
  other.close();
  await once(other, 'close');
  await refuseTakenPort({ host, port });
  const own = createServer().listen({ host, port });
  await once(own, 'listening');
  own.close();
});
