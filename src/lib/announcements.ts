import { Client } from 'pg';
import { connectionConfig, type Addressed } from '#lib/db/pool.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { log } from '#lib/log.ts';

/** Short words from one process to all others of the tenant, this one included. Lost while disconnected: `onReconnect` makes up for it. */
export interface Announcements {
  readonly tell: (kind: string, words: readonly string[]) => Promise<void>;
  readonly on: (kind: string, hear: (words: readonly string[]) => void) => void;
  readonly onReconnect: (again: () => void) => void;
  readonly close: () => Promise<void>;
}

const RETRY_MS = 1_000;

/** Listens on one connection of its own; when it breaks, connects again and says so. */
export async function openAnnouncements(database: Addressed, query: Query): Promise<Announcements> {
  const channel = `yichuang_${database.tenant}`;
  const hearers = new Map<string, ((words: readonly string[]) => void)[]>();
  const again: (() => void)[] = [];
  const state: { client: Client | null; isClosed: boolean; retry: NodeJS.Timeout | null } = {
    client: null,
    isClosed: false,
    retry: null,
  };
  const hear = (payload: string): void => {
    const [kind, ...words] = JSON.parse(payload) as string[];
    for (const each of hearers.get(kind ?? '') ?? []) each(words);
  };
  const connect = async (): Promise<void> => {
    const client = new Client(connectionConfig(database, { purpose: 'listen' }));
    client.on('error', () => undefined);
    client.on('end', () => {
      if (!state.isClosed) state.retry = setTimeout(() => void reconnect(), RETRY_MS).unref();
    });
    client.on('notification', (message) => hear(message.payload ?? '[]'));
    await client.connect();
    await client.query(`listen ${channel}`);
    state.client = client;
  };
  const reconnect = async (): Promise<void> => {
    try {
      await connect();
      for (const each of again) each();
    } catch {
      log.warn('announcements.disconnected');
      state.retry = setTimeout(() => void reconnect(), RETRY_MS).unref();
    }
  };
  await connect();
  return {
    tell: async (kind, words) => {
      await query('select pg_notify($1, $2)', [channel, JSON.stringify([kind, ...words])]);
    },
    on: (kind, listener) => void hearers.set(kind, [...(hearers.get(kind) ?? []), listener]),
    onReconnect: (listener) => void again.push(listener),
    close: async () => {
      state.isClosed = true;
      if (state.retry) clearTimeout(state.retry);
      await state.client?.end().catch(() => undefined);
    },
  };
}
