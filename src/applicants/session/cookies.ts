import { cookieValue, setCookie } from '#lib/http/cookie.ts';

/** Apart from the staff's: whoever works here may be signed in as a citizen beside it, and neither is taken for the other. */
const SESSION = 'yichuang-applicant';
/** The secret of a sign-in under way; sent to its own pages alone. */
const SIGN_IN = 'yichuang-sign-in';

export const sessionSecret = (header: string | undefined): string | null => cookieValue(header, SESSION);
export const signInSecret = (header: string | undefined): string | null => cookieValue(header, SIGN_IN);

/** Lax, because the province leads the browser back here; forms and calls are held to our own origin besides. */
export const sessionCookie = (value: string | null, isSecure: boolean): string =>
  setCookie({ name: SESSION, value, sameSite: 'Lax', isSecure });
export const signInCookie = (value: string | null, isSecure: boolean): string =>
  setCookie({ name: SIGN_IN, value, sameSite: 'Lax', path: '/sign-in', isSecure });
