import type { Client } from 'pg';
import { refuse } from '../refusal.ts';
import type { Database } from './database.ts';
import { type Addressed, withClient } from './pool.ts';
import { sqlstateOf } from './sqlstate.ts';
import './refusals.ts';

interface Facts {
  readonly role: string;
  readonly database: string;
  readonly encoding: string;
  readonly version: string;
  readonly number: string;
  readonly superuser: boolean;
  readonly creates: boolean;
}

const FACTS = `select current_user as role, current_database() as database,
  current_setting('server_encoding') as encoding,
  current_setting('server_version') as version, current_setting('server_version_num') as number,
  (select rolsuper from pg_roles where rolname = current_user) as superuser,
  has_database_privilege(current_database(), 'create') as creates`;

const factsOf = async (client: Client): Promise<Facts> => (await client.query<Facts>(FACTS)).rows[0] as Facts;

async function ask<T>(database: Addressed, as: 'program' | 'owner', work: (client: Client) => Promise<T>) {
  try {
    return await withClient(database, { as, purpose: 'start' }, work);
  } catch (error) {
    return refuse('db.unreachable', {
      code: sqlstateOf(error) ?? (error instanceof Error ? error.message : '?'),
    });
  }
}

/** Why the ledger's grants would not bind the program: it owns the tables, may become their owner, or is above all. */
function bypassOf(program: Facts, owner: Facts, becomes: boolean): string | undefined {
  if (program.superuser) return `程序的数据库角色「${program.role}」是超级用户，账本的只增权限可被绕过`;
  if (program.role === owner.role)
    return `程序与建表用的是同一个数据库角色「${owner.role}」，账本的只增权限可被绕过`;
  if (becomes)
    return `程序的数据库角色「${program.role}」是所有者「${owner.role}」的成员，账本的只增权限可被绕过`;
  return undefined;
}

export interface External {
  readonly tenant: string;
  readonly poolMax: number;
  readonly programUrl: string;
  readonly ownerUrl: string;
}

/** A server that somebody else runs, after looking whether it will do. */
export async function openExternal(where: External): Promise<Database> {
  const owner = await ask(where, 'owner', factsOf);
  const [program, becomes] = await ask(where, 'program', async (client) => {
    const facts = await factsOf(client);
    const member = `select exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as yes`;
    return [
      facts,
      (await client.query<{ yes: boolean }>(member, [owner.role])).rows[0]?.yes === true,
    ] as const;
  });
  const major = Math.floor(Number(owner.number) / 10_000);
  if (major < 15) refuse('db.too-old', { version: owner.version });
  if (owner.encoding !== 'UTF8')
    refuse('db.not-utf8', { database: owner.database, encoding: owner.encoding });
  if (!owner.creates) refuse('db.no-owner-rights', { role: owner.role, database: owner.database });
  return {
    ...where,
    server: { version: owner.version, major, embedded: false },
    bypass: bypassOf(program, owner, becomes),
    close: async () => undefined,
  };
}
