import type { FastifyRequest } from 'fastify';
import type { Done } from '#lib/action/engine/engine.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';

/**
 * Keeps the one file of a posted form, as `POST /api/attachments` does, for pages of forms; the scope must take multipart
 * bodies. Loaded when first asked for: what reads files in child processes imports the same face and needs no server.
 */
export async function takeUpload(app: App, request: FastifyRequest, by: Person): Promise<Done> {
  const [{ receive }, { upload }] = await Promise.all([import('./receive.ts'), import('./upload.ts')]);
  return upload(app, await receive(request), { by, key: null });
}
