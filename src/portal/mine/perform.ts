import type { FastifyRequest } from 'fastify';
import { applicantOf, type SignedInApplicant } from '#applicants/index.ts';
import type { Done } from '#lib/action/engine/engine.ts';
import { getAction, type App } from '#lib/app.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refusalText, refuse } from '#lib/refusal.ts';
import type { Fault } from '../parts.ts';

/** Who is signed in; refuses nobody. */
export async function signedIn(app: App, request: FastifyRequest): Promise<SignedInApplicant> {
  return (await applicantOf(app, request)) ?? refuse('lib.not-signed-in');
}
export interface Wish {
  readonly noun: string;
  readonly verb: string;
  readonly id: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly key: string | null;
}
/** Does an action for somebody signed in, as the API would. */
export function perform(app: App, { person }: SignedInApplicant, wish: Wish): Promise<Done> {
  const action = getAction(app, wish.noun, wish.verb);
  return app.engine.perform({
    action,
    id: wish.id,
    input: validated(action.input, wish.input),
    by: person,
    now: app.now(),
    key: wish.key,
    ifMatch: null,
  });
}

/** A refusal as a form shows it; anything else is a bug and goes on. */
export function faultOf(
  error: unknown,
  titles: Readonly<Record<string, string>>,
  chosen: ReadonlySet<string> = new Set(),
): { readonly fault: Fault; readonly status: number; readonly code: string } {
  if (!(error instanceof Refusal)) throw error;
  const { message, next, status } = refusalText(error);
  const fields = error.fields.map((field) => {
    const path = field.path.split('.')[0]!;
    return { path, title: titles[path] ?? path, message: chosen.has(path) ? '请选择' : field.message };
  });
  return { fault: { message, next, fields }, status, code: error.code };
}
