/** The value of the cookie of this name in a Cookie header; null when it is not there. The first one counts. */
export function cookieValue(header: string | undefined, wanted: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    const value = part.slice(at + 1).trim();
    if (at > 0 && part.slice(0, at).trim() === wanted && value) return value;
  }
  return null;
}

/** How a cookie of ours is kept; scripts never read one. */
interface Kept {
  readonly name: string;
  /** Null takes it away. */
  readonly value: string | null;
  /** Strict: no other site makes a browser send it. Lax: it comes along when somebody is led here from there. */
  readonly sameSite: 'Strict' | 'Lax';
  readonly path?: string;
  readonly isSecure: boolean;
}

/** A `Set-Cookie` header; it lives as long as the browser does. */
export const setCookie = ({ name, value, sameSite, path = '/', isSecure }: Kept): string =>
  [
    `${name}=${value ?? ''}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
    `Path=${path}`,
    ...(isSecure ? ['Secure'] : []),
    ...(value === null ? ['Max-Age=0'] : []),
  ].join('; ');
