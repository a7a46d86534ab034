import * as cookies from '#lib/http/cookie.ts';

/** The session's cookie. */
const name = 'yichuang';

/** The value of our cookie in a Cookie header; null when it is not there. */
export const cookieValue = (header: string | undefined): string | null => cookies.cookieValue(header, name);

/** `value` null clears it. Strict: no other site can make a browser send it. */
export const setCookie = (value: string | null, isSecure: boolean): string =>
  cookies.setCookie({ name, value, sameSite: 'Strict', isSecure });
