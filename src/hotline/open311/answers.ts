import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#lib/app.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { xmlList, xmlOne, type Item } from './format.ts';
import { standardFaults } from './posted.ts';

/** `requests.json`, `requests.xml`, or neither: then what the client accepts. */
function isXml(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0]!;
  if (path.endsWith('.xml')) return true;
  return !path.endsWith('.json') && /\bxml\b/.test(request.headers.accept ?? '');
}
/** The name in the address without its ending: `GD2020000001.json` → `GD2020000001`. */
export const bare = (name: string): string => name.replace(/\.(?:json|xml)$/, '');

const XML = 'text/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';
interface Names {
  readonly plural: string;
  readonly singular: string;
}
export const listOf =
  (request: FastifyRequest, reply: FastifyReply, names: Names) =>
  (items: readonly Item[]): FastifyReply =>
    isXml(request)
      ? reply.type(XML).send(xmlList(names.plural, names.singular, items))
      : reply.type(JSON_TYPE).send(JSON.stringify(items));
export const oneOf =
  (request: FastifyRequest, reply: FastifyReply, name: string) =>
  (item: Item): FastifyReply =>
    isXml(request)
      ? reply.type(XML).send(xmlOne(name, item))
      : reply.type(JSON_TYPE).send(JSON.stringify(item));

/** Fastify's own refusals by their status; anything else is a bug. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { statusCode } = error as FastifyError;
  if (statusCode === 413) return new Refusal('lib.too-large', { limit: '1 MB' });
  return statusCode === 415 || statusCode === 400 ? new Refusal('lib.shape') : null;
}
/** The standard knows no 401: who may not is 403; a service or request that is not there is 404. */
const statusOf = (status: number): number => (status === 401 ? 403 : status === 422 ? 400 : status);

/** Errors in the shape of the standard: a list of code and description, one for each field. */
export function standardErrors(server: FastifyInstance, app: Pick<App, 'log'>): void {
  server.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (!refusal) {
      const where = { request: request.id, method: request.method, route: request.routeOptions.url ?? '' };
      app.log.error('request.fault', error, where);
    }
    const text = refusal
      ? refusalText(refusal)
      : { status: 500, message: '系统出了问题', next: `编号 ${request.id}` };
    const status = statusOf(text.status);
    const fields = standardFaults(refusal?.fields ?? []);
    const said =
      fields.length > 0
        ? fields.map(({ path, message }) => (path ? `${path}：${message}` : message))
        : [`${text.message}，${text.next}`];
    const seconds = refusal?.facts['seconds'];
    if (status === 429 && seconds !== undefined) reply.header('retry-after', seconds);
    const items = said.map((description) => ({ code: String(status), description }));
    return listOf(request, reply.code(status), { plural: 'errors', singular: 'error' })(items);
  });
}
