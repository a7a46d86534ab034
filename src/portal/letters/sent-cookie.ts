import { timingSafeEqual } from 'node:crypto';
import type { Sent } from '#hotline/index.ts';
import type { App } from '#lib/app.ts';
import { millis, MS_PER_MINUTE } from '#lib/time.ts';

const NAME = 'yichuang-letter';
const LASTS_MINUTES = 15;
type Signing = Pick<App, 'suite' | 'now'>;

const signature = ({ suite }: Signing, body: string): Buffer =>
  Buffer.from(suite.fingerprint(`letter-sent\n${body}`));

/**
 * What was sent, for the page after the form: in a cookie of the writer's own browser, signed, for a quarter of an hour,
 * because an address stands in histories and logs. An anonymous letter's code is shown there and nowhere else.
 */
export function sentCookie(app: Signing, sent: Sent, isSecure: boolean): string {
  const until = millis(app.now()) + LASTS_MINUTES * MS_PER_MINUTE;
  const body = Buffer.from(JSON.stringify({ ...sent, until })).toString('base64url');
  const value = `${body}.${signature(app, body).toString()}`;
  return `${NAME}=${value}; Path=/letters; HttpOnly; SameSite=Lax; Max-Age=${LASTS_MINUTES * 60}${isSecure ? '; Secure' : ''}`;
}

/** What this browser sent just now under this number; null for any other number, browser or time. */
export function sentBefore(app: Signing, cookies: string | undefined, number: string): Sent | null {
  const value = new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)\\.([\\w-]+)`).exec(cookies ?? '');
  if (!value) return null;
  const [, body = '', given = ''] = value;
  const [right, said] = [signature(app, body), Buffer.from(given)];
  if (right.length !== said.length || !timingSafeEqual(right, said)) return null;
  const kept = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Sent & {
    readonly until: number;
  };
  return kept.number === number && kept.until > millis(app.now()) ? kept : null;
}
