import type { Held } from '#lib/action/need.ts';
import { SYSTEM, type Person, type ScopeTree } from '#lib/action/person.ts';
import type { Module } from '#lib/module.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { startTestServer, type Called } from '#lib/testing/server.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import { instantOf, millis, type Instant } from '#lib/time.ts';
import { organisations, organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { seedOrganisations } from '#organisations/index.ts';
import { SMALL } from '#organisations/testing/officials.ts';
import { authenticator, people } from '../index.ts';

export const PASSWORD = 'Zhuzi-huakai-27';

async function openProgram(more: readonly Module[]) {
  let at = millis('2026-11-10T01:00:00.000Z' as Instant);
  const app = await testApp([ledgerTables, organisations, people, ...more], {
    scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree,
    authenticate: authenticator,
    now: () => instantOf(at),
  });
  await seedOrganisations(app, SMALL);
  const server = await startTestServer(app);
  const act = acting(app);
  const tree = app.scopes() as OrganisationTree;
  const idOf = (name: string): string =>
    [...tree.organisations.values()].find((each) => each.name === name)!.id;
  /** Lets so many milliseconds pass. */
  const wait = (ms: number): void => {
    at += ms;
  };
  const close = async (): Promise<void> => {
    await server.close();
    await app.close();
  };
  return { app, server, act, tree, idOf, wait, close };
}

/** The program with organisations, people and these modules, an adjustable clock, and hands to use it with. */
export async function openOffice(more: readonly Module[] = []) {
  const program = await openProgram(more);
  const { server, act, idOf } = program;
  /** An account with a password and grants, made by the program; answers its id. */
  const provision = async (
    account: string,
    grants: readonly (readonly [role: string, scope: string])[] = [],
    organisation?: string,
  ): Promise<string> => {
    const { row } = await act(SYSTEM, 'account.provision', {
      account,
      name: `职员${account}`,
      grants: grants.map(([role, scope]) => ({ role, scope })),
      password: PASSWORD,
      isDemo: false,
      ...(organisation ? { organisation: idOf(organisation) } : {}),
    });
    return row.id;
  };
  let caller = 0;
  /** Each time from another address, so that limits per address are not what is tested. */
  const signIn = (
    account: string,
    password = PASSWORD,
    headers: Record<string, string> = {},
  ): Promise<Called> => {
    caller += 1;
    const from = `10.1.${Math.floor(caller / 250)}.${caller % 250}`;
    return server.call('POST', '/api/session', {
      body: { account, password },
      headers: { 'x-forwarded-for': from, ...headers },
    });
  };
  /** The Cookie header of a fresh session. */
  const cookieOf = async (account: string, password = PASSWORD): Promise<string> =>
    (await signIn(account, password)).headers.get('set-cookie')!.split(';')[0]!;
  const whoAmI = (cookie: string): Promise<Called> =>
    server.call('GET', '/api/session', { headers: { cookie } });
  /** A change by the desk: cookie, own origin, our header. */
  const desk = (cookie: string): Record<string, string> => ({
    cookie,
    origin: server.url,
    'x-yichuang': '1',
  });
  const administrator: Person = someone('管理员', ['people.administrator']);
  return { ...program, provision, signIn, cookieOf, whoAmI, desk, administrator };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;
