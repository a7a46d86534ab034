import type { FastifyRequest } from 'fastify';
import type { App } from '#lib/app.ts';

/**
 * `https://host:port` of this site for whoever is outside: as configured, else as the asker reached it; nothing when that
 * names a host that cannot be one.
 */
export function originOf(
  { config }: Pick<App, 'config'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string | undefined {
  const told = config.publicUrl ?? `${protocol}://${host}`;
  return URL.canParse(told) ? new URL(told).origin : undefined;
}
