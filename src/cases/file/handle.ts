import { birth } from '#lib/action/action.ts';
import { alike, type ValueOf } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { Type } from 'typebox';
import type { Instant } from '#lib/time.ts';
import { courseOf } from '#catalogue/index.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { PowerRules } from '../powers/rules.ts';
import { refuseUnknown } from '../bar/ask-again.ts';
import { limitsOf, started, timed, tookUntil } from '../clocks.ts';
import { refuseMissing } from './accept.ts';
import { ApplicationFields } from './application-fields.ts';
import { applicationNeeds, takenIn, type Offered } from './apply.ts';
import { atOnceNeeds, refuseUnlettered, sealFor } from '../powers/powered.ts';
import { refuseUnseen } from '../survey/looked.ts';
import { wantedBy } from '../survey/plan.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { heldBy, renewingBy } from './granted-before.ts';
import { helpedUnder, HelperMandate, helperNeeds } from './helper-mandate.ts';
import { DeliveryWayField } from './fields.ts';
import { refuseGiven, ResultNumber, resultOf } from './result.ts';
import { ownNeed, refuseOwnAtOnce } from './ties.ts';

type Numbered = { readonly input: { readonly resultNumber?: string } };
/** Cases that have the number already, of whatever department; without a number none. */
const sameNumber = alike(
  caseFile,
  'resultNumber',
  ({ input }: Numbered) => input.resultNumber?.trim() ?? null,
);

type AtOnce = {
  readonly input: { readonly resultNumber?: string | undefined; readonly seal?: string | undefined };
  readonly offered: Offered | null;
  readonly tree: OrganisationTree;
  readonly powers: PowerRules;
  readonly letters: ValueOf<(typeof atOnceNeeds)['letters']>;
  readonly seals: ValueOf<(typeof atOnceNeeds)['seals']>;
  readonly sameNumber: readonly CaseFile[];
  readonly now: Instant;
};
/**
 * The number and the seal of a result that is handed over at once, by the same rules as any other: decided at the hall by
 * a letter of the department, a number nobody has, a seal that fits. Refuses a paper without a number.
 */
function givenAtOnce(
  row: Pick<CaseFile, 'item' | 'itemCode' | 'itemName' | 'department'>,
  { input, offered, sameNumber: given, ...around }: AtOnce,
) {
  const powered = { ...around, of: { basicCode: offered?.basicCode ?? null } };
  refuseUnlettered(row, powered);
  const result = resultOf(offered?.elements);
  if (result === null) return { resultNumber: input.resultNumber?.trim() ?? null, seal: null };
  const resultNumber =
    input.resultNumber?.trim() ??
    refuse('cases.needs-number', { result }, { fields: [{ path: 'resultNumber', message: '请填写' }] });
  refuseGiven(
    row,
    given.filter(({ department }) => department === row.department),
  );
  return { resultNumber, seal: sealFor(row, input.seal, powered) };
}

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
    mandate: Type.Optional(HelperMandate),
    way: Type.Optional(DeliveryWayField),
    resultNumber: Type.Optional(ResultNumber()),
    seal: Type.Optional(
      Type.String({ title: '审批专用章（只有一枚时不填）', format: 'uuid', ref: 'approval-seal' }),
    ),
  }),
  needs: { ...applicationNeeds, ...helperNeeds, ...atOnceNeeds, sameNumber, own: ownNeed },
  decide(given) {
    const { input, offered, calendar, rules, by, now } = given;
    const row = takenIn({
      ...given,
      held: heldBy(given),
      renewing: renewingBy(given),
      helped: helpedUnder(given),
    });
    refuseOwnAtOnce(given);
    if (row.kind !== 'instant') refuse('cases.not-instant', { item: row.itemName });
    // Nothing was scanned yet that an account could see.
    if (input.way === 'electronic') refuse('cases.not-electronic');
    refuseMissing(row);
    const course = courseOf(offered!.elements);
    refuseUnknown(row, course);
    refuseUnseen({ looked: null }, wantedBy(course.surveys, given.tree), given.tree);
    const result = givenAtOnce(row, given);
    const running = started(limitsOf(course), rules, now)!; // An instant item always has a limit: the same day.
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
      ...result,
      issuedAt: now,
      issuedBy: by.id,
      delivery: { way: input.way ?? 'counter', at: now },
      completedAt: now,
      endedAt: now,
    };
  },
});
