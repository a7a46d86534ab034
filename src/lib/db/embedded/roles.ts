import { Client } from 'pg';
import { quoted } from '../grants.ts';
import type { Passwords } from './passwords.ts';

/** Sets the server up and is not used again. */
export const ADMIN = 'yichuang_admin';
/** Owns the database: migrates, backs up, restores. No superuser. */
export const OWNER = 'yichuang_owner';
/** What the program works as. */
export const PROGRAM = 'yichuang_program';
const DATABASE = 'yichuang';
/** The server is up by then: a machine that is very busy is waited for. */
const PATIENCE_MS = 60_000;

export function urlOf(role: string, password: string, port: number, database = DATABASE): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server takes our administrator's connection: it is up, and it is ours. */
export async function answers(port: number, passwords: Passwords): Promise<boolean> {
  const client = adminClient(port, passwords, 5000); // asked again and again: see `adopt`
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function adminClient(port: number, passwords: Passwords, connectionTimeoutMillis: number): Client {
  const connectionString = urlOf(ADMIN, passwords.admin, port, 'postgres');
  const client = new Client({ connectionString, connectionTimeoutMillis });
  client.on('error', () => undefined); // the server may stop while we are connected
  return client;
}

/** Makes the two roles and the database where they are missing; returns the server's version, such as `18.4`. */
export async function ensureRoles(port: number, passwords: Passwords): Promise<string> {
  const client = adminClient(port, passwords, PATIENCE_MS);
  await client.connect();
  try {
    const roles = await names(client, 'select rolname as name from pg_roles');
    for (const [role, password] of [
      [OWNER, passwords.owner],
      [PROGRAM, passwords.program],
    ] as const)
      if (!roles.has(role))
        await client.query(`create role ${quoted(role)} login password ${client.escapeLiteral(password)}`);
    const databases = await names(client, 'select datname as name from pg_database');
    if (!databases.has(DATABASE)) await client.query(`create database ${DATABASE} owner ${quoted(OWNER)}`);
    const version = await client.query<{ server_version: string }>('show server_version');
    return version.rows[0]?.server_version ?? '';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function names(client: Client, sql: string): Promise<ReadonlySet<string>> {
  return new Set((await client.query<{ name: string }>(sql)).rows.map((row) => row.name));
}
