import type { FastifyInstance } from 'fastify';
import { seedCalendar } from '#calendar/index.ts';
import { applicantsOffice } from '#applicants/testing/office.ts';
import { startPlatform } from '#applicants/testing/platform.ts';
import { cases } from '#cases/index.ts';
import { COMMON, DISTRICT, WATER } from '#cases/testing/hall.ts';
import { catalogue, type Elements } from '#catalogue/index.ts';
import { runReactions } from '#ledger/loops.ts';
import type { App } from '#lib/app.ts';
import { routes } from '#lib/http/routes.ts';
import { bareServer } from '#lib/http/server.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { seedOrganisations, type OrganisationTree } from '#organisations/index.ts';

export type Site = Awaited<ReturnType<typeof citizensSite>>;
export type Claims = Readonly<Record<string, string>>;

/** A browser without JavaScript at this site: it keeps cookies by host and goes where it is led. */
function browserAt(url: string) {
  const jar = new Map<string, Map<string, string>>();
  const ask = async (to: string, init: RequestInit = {}): Promise<Response> => {
    const at = new URL(to, url);
    const own = jar.get(at.origin) ?? new Map<string, string>();
    jar.set(at.origin, own);
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, {
      ...init,
      redirect: 'manual',
      headers: { cookie, origin: url, ...init.headers },
    });
    for (const each of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = each.split(';')[0]!.split(/=(.*)/s);
      if (value === '') own.delete(name);
      else own.set(name, value);
    }
    return answer;
  };
  const follow = async (first: Response, from: string) => {
    let [answer, at] = [first, new URL(from, url).href];
    for (let n = 0; n < 12 && answer.status >= 300 && answer.status < 400; n++) {
      at = new URL(answer.headers.get('location')!, at).href;
      answer = await ask(at);
    }
    return { at: at.replace(url, ''), status: answer.status, text: await answer.text() };
  };
  return {
    ask,
    go: async (to: string) => follow(await ask(to), to),
    /** Posts a form and goes where that leads. */
    post: async (to: string, form: Readonly<Record<string, string>> | FormData = {}) => {
      const body = form instanceof FormData ? form : new URLSearchParams(form);
      return follow(await ask(to, { method: 'POST', body }), to);
    },
    api: async (method: string, path: string, body?: unknown) => {
      const answer = await ask(`/api${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-yichuang': '1' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
    },
  };
}

/** The whole of the citizen's site with a real OpenID provider for the province, at nine on Tuesday, 10 March 2026. */
export async function citizensSite(pages: (server: FastifyInstance, app: App) => unknown) {
  const office = await applicantsOffice([catalogue, cases]);
  await seedOrganisations(office.app);
  await seedCalendar(office.app);
  await runReactions(office.app);
  const config = {
    ...office.app.config,
    publicUrl: '',
    signInIssuer: '',
    signInClient: 'yichuang',
    signInSecret: '',
  };
  const app: App = { ...office.app, config };
  const server = bareServer(app);
  await routes(server, app);
  await pages(server, app);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const platform = await startPlatform(url);
  Object.assign(config, {
    publicUrl: url,
    signInIssuer: platform.issuer,
    signInSecret: platform.client.secret,
  });
  const editor = someone('编目员', ['catalogue.editor', DISTRICT], ['catalogue.publisher', DISTRICT]);
  const tree = app.scopes() as OrganisationTree;
  const water = [...tree.organisations.values()].find(({ name }) => name === WATER)!.id;
  return {
    ...office,
    app,
    url,
    browser: () => browserAt(url),
    editor,
    clerk: someone('窗口员', ['cases.clerk', DISTRICT]),
    decider: someone('首席代表', ['cases.decider', water]) as Person,
    /** Signs in at the province with these claims and goes on to a page. */
    signedIn: async (claims: Claims, to = '') => {
      platform.seat(claims);
      const one = browserAt(url);
      const led = await one.go(`/sign-in/province${to === '' ? '' : `?to=${encodeURIComponent(to)}`}`);
      return { ...one, led };
    },
    offer: async (code: string, elements: Elements): Promise<string> => {
      const { row } = await office.act(editor, 'item.record', {
        code,
        place: DISTRICT,
        elements: { ...COMMON, ...elements },
      });
      await office.act(editor, 'item.publish', {}, row.id);
      return code;
    },
    close: async (): Promise<void> => {
      await platform.close();
      await server.close();
      await office.close();
    },
  };
}
