import * as client from 'openid-client';
import type { App } from '#lib/app.ts';
import { closeSession } from '../session/store.ts';
import { isSignInOffered, platformOf } from './platform.ts';

/**
 * Ends the session of this secret. Answers where to end the province's own session too, which would let the next person
 * at this computer in without a question; null when the platform has no such page or is away.
 */
export async function signOut(app: App, secret: string | null): Promise<string | null> {
  if (secret !== null) await closeSession(app.query, secret);
  if (!isSignInOffered(app)) return null;
  const platform = await platformOf(app).catch(() => null);
  if (!platform?.serverMetadata().end_session_endpoint) return null;
  return client.buildEndSessionUrl(platform, { post_logout_redirect_uri: `${app.config.publicUrl}/` }).href;
}
