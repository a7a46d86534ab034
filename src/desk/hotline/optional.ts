import { get, Refused, send } from '#desk/api/http.ts';

/** What the program here does not have, or not for this person: not asked for again. */
const absent = new Set<string>();
const HOPELESS: ReadonlySet<number> = new Set([403, 404, 405]);

async function maybe<T>(path: string, ask: () => Promise<T>): Promise<T | null> {
  if (absent.has(path)) return null;
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof Refused && HOPELESS.has(thrown.fault.status)) absent.add(path);
    return null;
  }
}
/** Help that a page does without when there is none: null then, and no banner. */
export const findMaybe = <T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T | null> =>
  maybe(path, () => get<T>(path, query));
export const askMaybe = <T>(path: string, body: unknown): Promise<T | null> =>
  maybe(path, () => send<T>('POST', path, { body }));
