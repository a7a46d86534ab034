import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { routes } from '#lib/http/routes.ts';
import { bareServer } from '#lib/http/server.ts';

export interface TestServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly close: () => Promise<void>;
  /** A request with JSON in and out; the answer's status, body and headers. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Called>;
}
export interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Called {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** Serves an app on a free port of loopback, without its loops. */
export async function startTestServer(app: App): Promise<TestServer> {
  const server = bareServer(app);
  await routes(server, app);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const call: TestServer['call'] = async (method, path, { token, body, headers } = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: parse(text) as Called['body'], headers: answer.headers };
  };
  return { url, call, close: () => server.close() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}

/** An `authenticate` for tests: the token is the key of a known person. */
export const knownPeople =
  (people: ReadonlyMap<string, Person>) =>
  () =>
  ({ authorization }: { readonly authorization: string | undefined }): Promise<Person | null> =>
    Promise.resolve(people.get(authorization?.replace(/^Bearer /, '') ?? '') ?? null);
