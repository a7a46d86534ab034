import { Type, type Static } from 'typebox';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
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

function checkDays({ startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day }, today: Day): void {
  if (startsOn < today) wrong('startsOn', '开始日期已经过去');
  if (endsOn < startsOn) wrong('endsOn', '截止日期早于开始日期');
}

/** The columns of a mandate that say how far it reaches. Nobody empowers backwards: what was done is done. */
export function reachOf(input: Static<typeof Terms>, now: Instant) {
  checkDays(input, dayOf(now));
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
