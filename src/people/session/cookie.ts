/** The session's cookie. */
const COOKIE = 'yichuang';

/** The value of our cookie in a Cookie header; null when it is not there. The first one counts. */
export function cookieValue(header: string | undefined): string | null {
  for (const part of header?.split(';') ?? []) {
    const [name, value] = part.split('=');
    if (name?.trim() === COOKIE && value) return value.trim();
  }
  return null;
}

/** `value` null clears it. Strict: no other site can make a browser send it. */
export const setCookie = (value: string | null, isSecure: boolean): string =>
  [
    `${COOKIE}=${value ?? ''}`,
    'HttpOnly',
    'SameSite=Strict',
    'Path=/',
    ...(isSecure ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : []),
  ].join('; ');
