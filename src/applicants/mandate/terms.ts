import { Type, type Static } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, daysBetween, formatDay, type Day, type Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { longestMandate } from '../settings.ts';
import { ActsField, ExtentField, ItemCodes, On } from '../fields.ts';

/** What every mandate says of its reach. */
export const TermFields = {
  extent: ExtentField,
  items: Type.Optional(ItemCodes),
  acts: ActsField,
  startsOn: On('开始日期'),
  endsOn: On('截止日期（含当日）'),
};
const Terms = Type.Object(TermFields);

const wrong = (path: string, why: string): never =>
  refuse('applicants.mandate-days', { why }, { fields: [{ path, message: why }] });

interface Days {
  readonly startsOn: Day;
  readonly endsOn: Day;
}
/** The first and the last day belong to it, so a mandate of one day is one day long. */
function checkDays({ startsOn, endsOn }: Days, { today, longest }: { today: Day; longest: number }): void {
  if (startsOn < today) wrong('startsOn', '开始日期已经过去');
  if (endsOn < startsOn) wrong('endsOn', '截止日期早于开始日期');
  if (daysBetween(startsOn, endsOn) + 1 > longest)
    wrong('endsOn', `最长 ${longest} 天，到${formatDay(addDays(startsOn, longest - 1))}为止`);
}

/** What every way of giving a mandate must have on the table. */
export const termNeeds = { longest: settingNow(longestMandate) };
interface Terming {
  readonly input: Static<typeof Terms>;
  readonly longest: number;
  readonly now: Instant;
}

/**
 * The columns of a mandate that say how far it reaches. Nobody empowers backwards: what was done is done; nor for longer
 * than the place allows.
 */
export function reachOf({ input, longest, now }: Terming) {
  checkDays(input, { today: dayOf(now), longest });
  const items = input.extent === 'all' ? [] : (input.items ?? []);
  if (input.extent === 'listed' && items.length === 0)
    refuse('applicants.mandate-items', {}, { fields: [{ path: 'items', message: '请列出事项编码' }] });
  return {
    extent: input.extent,
    items,
    acts: input.acts,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
  } as const;
}
