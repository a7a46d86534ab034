import type { Credentials } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';

/** A page of ours: no `Origin` at all (not a browser's form), or our own host. `null` and foreign ones are neither. */
export const isOwnOrigin = ({ origin, host }: Pick<Credentials, 'origin' | 'host'>): boolean =>
  origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);

/**
 * A form that one of our own pages sent: browsers say with every form where it comes from, so one that says nothing at all
 * is not believed.
 */
export const isOwnForm = ({ origin, host }: Pick<Credentials, 'origin' | 'host'>): boolean =>
  origin !== undefined && isOwnOrigin({ origin, host });

/** With a cookie, a change needs our own origin and the header a foreign page cannot set without asking first. */
export function refuseForeign(credentials: Credentials): void {
  if (!credentials.isChange) return;
  if (!isOwnOrigin(credentials) || credentials['x-yichuang'] !== '1') refuse('people.foreign-origin');
}
