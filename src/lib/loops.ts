import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';

/** Runs each loop again and again, never twice at once; a fault is logged and the next round tries again. */
function startLoop(loop: Loop, app: App): () => Promise<void> {
  const state: { timer: NodeJS.Timeout | null; isStopped: boolean; running: Promise<void> } = {
    timer: null,
    isStopped: false,
    running: Promise.resolve(),
  };
  const round = async (): Promise<void> => {
    try {
      await loop.run(app);
    } catch (error) {
      if (!state.isStopped) app.log.error('loop.fault', error, { loop: loop.name });
    }
    if (!state.isStopped) state.timer = setTimeout(next, loop.everyMs);
  };
  const next = (): void => {
    state.running = round();
  };
  next();
  return async () => {
    state.isStopped = true;
    if (state.timer) clearTimeout(state.timer);
    await state.running;
  };
}

/** Starts the loops of all modules. */
export function startLoops(app: App): { readonly stop: () => Promise<void> } {
  const stops = app.modules.flatMap((module) => module.loops).map((loop) => startLoop(loop, app));
  return { stop: async () => void (await Promise.all(stops.map((stop) => stop()))) };
}
