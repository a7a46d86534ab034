import type { FastifyInstance } from 'fastify';
import { Refusal } from '#lib/refusal.ts';

/** A submitted form: each field once. */
export type Form = Readonly<Record<string, string>>;
const MOST_FIELDS = 100;

const wrong = (message: string): Refusal => new Refusal('lib.shape', {}, { fields: [{ path: '', message }] });

/** `+` is a space; anything that is no UTF-8 is refused: replacement characters would be words nobody wrote. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw wrong('内容不是有效的 UTF-8 文字');
  }
}

/**
 * `application/x-www-form-urlencoded` as an object, exactly as written; a browser's CR LF are one line's end. Refuses a
 * field said twice (which one would hold?) and more fields than any form of ours has.
 */
export function readForm(body: string): Form {
  const parts = body === '' ? [] : body.split('&');
  if (parts.length > MOST_FIELDS) throw wrong(`最多 ${MOST_FIELDS} 项`);
  const form = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = decoded(at < 0 ? part : part.slice(0, at));
    if (form.has(name)) throw wrong('同一项填写了两次');
    form.set(name, at < 0 ? '' : decoded(part.slice(at + 1)).replaceAll('\r\n', '\n'));
  }
  return Object.fromEntries(form);
}

/** Takes forms on the routes of this scope, and no other type than what the scope already takes. */
export function formBodies(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    /^application\/x-www-form-urlencoded\b/i,
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, readForm(String(body)));
      } catch (error) {
        done(error as Error, undefined);
      }
    },
  );
}
