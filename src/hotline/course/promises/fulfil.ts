import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { dayOf } from '#lib/time.ts';
import { promise } from './promise.ts';

/** 兑现 — what was promised is done; on the day or before it, the promise is kept, later it is made good. */
export const fulfil = action(promise, {
  name: 'fulfil',
  title: '登记兑现',
  may: { 'hotline.handler': 'unit' },
  from: ['open', 'broken'],
  to: ['kept', 'made-good'],
  input: Type.Object({
    evidence: Type.String({
      title: '兑现说明',
      minLength: 4,
      maxLength: 1000,
      pattern: '\\S',
      keep: 'prose',
    }),
  }),
  decide: ({ promise: row, input, now }) => ({
    state: row.state === 'open' && dayOf(now) <= row.promisedOn ? 'kept' : 'made-good',
    fulfilledAt: now,
    evidence: input.evidence,
  }),
});
