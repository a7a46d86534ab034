import { birth } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { Type } from 'typebox';
import { courseOf } from '#catalogue/index.ts';
import { limitsOf, started, timed, tookUntil } from '../clocks.ts';
import { refuseMissing } from './accept.ts';
import { ApplicationFields, applicationNeeds, takenIn } from './apply.ts';
import { refuseUntrained } from '../trained/refuse-untrained.ts';
import { caseFile } from './case-file.ts';
import { heldBy } from './granted-before.ts';
import { DeliveryWayField } from './fields.ts';

/**
 * 即办 — an instant item at the counter, from the papers to the result in one go: received, accepted, granted and handed
 * over by one person at one moment. What was so done is looked at afterwards by lot.
 */
export const handle = birth(caseFile, {
  name: 'handle',
  title: '即办',
  about: '即办件当场办结：收件、受理、决定、送达一次完成，事后抽查',
  may: { 'cases.clerk': 'place' },
  to: ['completed'],
  input: Type.Object({
    ...ApplicationFields.properties,
    way: Type.Optional(DeliveryWayField),
    resultNumber: Type.Optional(
      Type.String({ title: '结果文书号', minLength: 2, maxLength: 60, pattern: '\\S' }),
    ),
  }),
  needs: applicationNeeds,
  decide(given) {
    const { input, offered, calendar, rules, by, now } = given;
    const row = takenIn({ ...given, held: heldBy(given) });
    refuseUntrained(given, row.windowType);
    if (row.kind !== 'instant') refuse('cases.not-instant', { item: row.itemName });
    refuseMissing(row);
    const running = started(limitsOf(courseOf(offered!.elements)), rules, now)!; // An instant item always has a limit: the same day.
    return {
      ...row,
      state: 'completed',
      tellByAt: null,
      acceptance: 'instant',
      acceptedAt: now,
      acceptedBy: by.id,
      isSeparated: false,
      ...timed(running, calendar),
      examinedAt: now,
      decidedAt: now,
      decidedBy: by.id,
      outcome: 'granted',
      ...tookUntil(now, running, calendar),
      resultNumber: input.resultNumber ?? null,
      issuedAt: now,
      issuedBy: by.id,
      delivery: { way: input.way ?? 'counter', proof: '当场', at: now },
      completedAt: now,
      endedAt: now,
    };
  },
});
