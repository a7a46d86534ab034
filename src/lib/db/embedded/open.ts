import { join } from 'node:path';
import type { Database } from '../database.ts';
import { OWNER, PROGRAM, urlOf } from './roles.ts';
import { joinServer } from './server.ts';

export interface OpenEmbedded {
  /** The data directory of the configuration; the server has the folder `postgres` in it. */
  readonly directory: string;
  readonly tenant: string;
  readonly poolMax: number;
  readonly closeOnSignals?: boolean;
  readonly binaries?: string;
}

/** The tenant's place in the embedded server. */
export async function openEmbedded(options: OpenEmbedded): Promise<Database> {
  const { tenant, poolMax, binaries } = options;
  const server = await joinServer({ directory: join(options.directory, 'postgres'), binaries });
  const stopListening = options.closeOnSignals ? closeOnSignals(() => server.leave()) : () => undefined;
  return {
    tenant,
    poolMax,
    ownerUrl: urlOf(OWNER, server.passwords.owner, server.port),
    programUrl: urlOf(PROGRAM, server.passwords.program, server.port),
    server: { version: server.version, major: Number.parseInt(server.version, 10), embedded: true },
    bypass: undefined,
    async close() {
      stopListening();
      await server.leave();
    },
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Closes first, then ends the process by the same signal, so that whoever sent it sees what it expects. */
function closeOnSignals(close: () => Promise<void>): () => void {
  const heard = (signal: NodeJS.Signals) => {
    stop();
    void close().finally(() => process.kill(process.pid, signal));
  };
  const stop = () => signals.forEach((signal) => process.off(signal, heard));
  signals.forEach((signal) => process.on(signal, heard));
  return stop;
}
