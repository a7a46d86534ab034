import type { Assembled } from '#lib/assemble.ts';

/** The program, killed after so many acts: the last ones are written, but nobody hears of it any more. */
export function killedAfter(app: Assembled, acts: number): Assembled {
  let left = acts;
  const perform: Assembled['engine']['perform'] = async (request) => {
    const done = await app.engine.perform(request);
    if ((left -= 1) < 0) throw new Error('killed');
    return done;
  };
  return { ...app, engine: { ...app.engine, perform } };
}
