import type { App } from '#lib/app.ts';
import { dayOf, millis, yearOf } from '#lib/time.ts';
import { act } from '../mark.ts';
import type { ModuleName } from './simulated-year.ts';
import { unfinishedYears } from './unfinished.ts';

/** What lies on the desks today, under one mark. */
export interface Today {
  readonly id: string;
  readonly seed: number;
  /** The moment at which everything lies as it lies, in milliseconds since 1970. */
  readonly at: number;
  readonly isResumed: boolean;
}

/** The mark of today's year, and when it was set: now, or when an interrupted start had set it. */
export async function markedToday(app: App, module: ModuleName, remark: string): Promise<Today> {
  const find = async () =>
    (await unfinishedYears(app)).find((each) => each.scenario === 'desk' && each.module === module);
  const before = await find();
  if (before) return { ...before, at: millis(before.beganAt), isResumed: true };
  const seed = yearOf(dayOf(app.now()));
  const said = { year: seed, module, scenario: 'desk', scale: 1, seed } as const;
  const id = await act(app, 'begin', null, { ...said, remarks: [remark] });
  // As the mark has it, for a start that goes on from here must find the same moment.
  return { id, seed, at: millis((await find())!.beganAt), isResumed: false };
}
