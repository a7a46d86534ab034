/**
 * When a batch begins. Requests that came together are read one after the other in one turn of the event loop, so with
 * several under way it is worth waiting for its end: they share a statement. Alone, the wait is only a delay.
 */
export interface Gathering {
  /** Runs the work now when one is alone, else when this turn of the loop is over. */
  readonly begin: (work: () => void) => void;
  /** Counts `work` as under way until it ends. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
}

export function gathering(): Gathering {
  let underWay = 0;
  return {
    begin: (work) => {
      if (underWay > 1) setImmediate(work);
      else queueMicrotask(work);
    },
    during: async (work) => {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
  };
}
