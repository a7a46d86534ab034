import { MS_PER_HOUR, MS_PER_MINUTE } from '#lib/time.ts';

/** Limits of sessions and sign-in (law-and-standards §7: what assessors of 等保 ask for). Milliseconds. */
export const SESSION = { idle: 30 * MS_PER_MINUTE, absolute: 12 * MS_PER_HOUR } as const;
/** An account's name that failed so often within the window is locked for as long again. */
export const LOCKOUT = { failures: 5, window: 15 * MS_PER_MINUTE } as const;
/** A whole office may sit behind one address, so the address is allowed more. */
export const ADDRESS = { failures: 50, window: 15 * MS_PER_MINUTE, perMinute: 60 } as const;
/** How long an answer of `authenticate` may be believed without asking the database. */
export const CACHE = { lasts: 5_000, most: 10_000 } as const;
/** `seen_at` is written at most so often. */
export const TOUCH = MS_PER_MINUTE;
/** Attempts are kept longer than the six months the Cybersecurity Law asks for (网络安全法第二十一条). */
export const ATTEMPTS_KEPT_DAYS = 400;
