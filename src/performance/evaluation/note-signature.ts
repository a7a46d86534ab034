import { SYSTEM } from '#lib/action/person.ts';
import { getAction } from '#lib/app.ts';
import type { Reaction } from '#lib/module.ts';

/** A signature learns its own number in the ledger only once it stands there: up to which entry its figures were counted. */
export const noteSignature: Reaction = {
  after: 'evaluation.sign',
  name: 'performance.note-signature',
  react: async (entry, app) => {
    await app.engine.perform({
      action: getAction(app, 'evaluation', 'note-seal'),
      id: entry.subject,
      input: { seq: entry.seq },
      by: SYSTEM,
      now: app.now(),
      key: `note-seal-${entry.seq}`,
      ifMatch: null,
    });
  },
};
