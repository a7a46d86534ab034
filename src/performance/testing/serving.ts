import { routes } from '#lib/http/routes.ts';
import { bareServer } from '#lib/http/server.ts';
import type { App } from '#lib/app.ts';
import type { Bureau } from './bureau.ts';

type Who = keyof Bureau['people'] | null;
export interface Serving {
  readonly get: (who: Who, url: string) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly post: (
    who: Who,
    url: string,
    form: FormData,
  ) => Promise<{ status: number; body: Record<string, unknown> }>;
  readonly download: (who: Who, url: string) => Promise<{ status: number; bytes: Uint8Array }>;
  readonly close: () => Promise<void>;
}

/** The bureau over HTTP without a socket; the bearer token is the name of one of its people. */
export async function serving(bureau: Bureau): Promise<Serving> {
  const app: App = {
    ...bureau.app,
    authenticate: ({ authorization }) => {
      const who = authorization?.replace('Bearer ', '') as keyof Bureau['people'] | undefined;
      return Promise.resolve(who ? bureau.people[who] : null);
    },
  };
  const server = bareServer(app);
  await routes(server, app);
  const ask = (who: Who, url: string) =>
    server.inject({ method: 'GET', url, headers: who === null ? {} : { authorization: `Bearer ${who}` } });
  return {
    get: async (who, url) => {
      const { statusCode, body } = await ask(who, url);
      return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
    },
    post: async (who, url, form) => {
      const request = new Response(form);
      const { statusCode, body } = await server.inject({
        method: 'POST',
        url,
        headers: {
          'content-type': request.headers.get('content-type')!,
          ...(who === null ? {} : { authorization: `Bearer ${who}` }),
        },
        payload: Buffer.from(await request.arrayBuffer()),
      });
      return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
    },
    download: async (who, url) => {
      const { statusCode, rawPayload } = await ask(who, url);
      return { status: statusCode, bytes: new Uint8Array(rawPayload) };
    },
    close: () => server.close(),
  };
}
