/**
 * Actions on one row take turns inside a process: deciding on a row that another action is about to change would only
 * lose the race and be decided again. Between processes the version decides; this is courtesy, not safety.
 */
export interface Turns {
  readonly take: <T>(id: string, work: () => Promise<T>) => Promise<T>;
}

export function turns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take: (id, work) => {
      const before = last.get(id);
      const mine = before ? before.then(work, work) : work();
      last.set(id, mine);
      const leave = (): void => {
        if (last.get(id) === mine) last.delete(id);
      };
      mine.then(leave, leave);
      return mine;
    },
  };
}
