import type { Action } from '#lib/action/action.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { Refusal } from '#lib/refusal.ts';
import { dayOf, MS_PER_MINUTE, startOfDay, type Day } from '#lib/time.ts';
import { askConfirmation, expireEntry } from './run-out.ts';
import { findExpired, findToConfirm } from './run-out-view.ts';

/** By the clock's own action, dated the day it fell due, whenever the program came to it. */
async function mark(app: App, action: Action, { id, on }: { readonly id: string; readonly on: Day }) {
  try {
    await app.engine.perform({
      action,
      id,
      by: SYSTEM,
      input: {},
      now: app.now(),
      at: startOfDay(on),
      key: null,
      ifMatch: null,
    });
  } catch (fault) {
    // Confirmed or withdrawn meanwhile: then there is nothing to mark.
    if (!(fault instanceof Refusal)) throw fault;
  }
}

/** Marks what has run out, and what its owner must confirm. */
export async function markRunOut(app: App): Promise<void> {
  const today = dayOf(app.now());
  for (const each of await findExpired(app, today)) await mark(app, expireEntry, each);
  for (const each of await findToConfirm(app, today)) await mark(app, askConfirmation, each);
}

export const runOutLoop = { name: 'hotline.knowledge', everyMs: MS_PER_MINUTE, run: markRunOut };
