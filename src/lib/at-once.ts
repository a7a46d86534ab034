/** As many as fill the engine's batches: one after the other, each would wait for its own commit. */
const AT_ONCE = 128;

/** Works through the list, so many at once, beginning in its order. Ends with the first fault. */
export async function eachAtOnce<T>(list: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = list.values();
  const lane = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, list.length) }, lane));
}
