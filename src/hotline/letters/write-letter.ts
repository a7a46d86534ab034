import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { birth, create } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { settingNow } from '#settings/index.ts';
import { limits, type LimitTable } from '../limits.ts';
import { answerDay } from '../order/deadline.ts';
import { OrderFields, takenDown } from '../order/register.ts';
import { stepNeeds } from '../order/step.ts';
import { workOrder } from '../order/work-order.ts';
import { placeOf } from '../places.ts';
import { topicOf } from '../topics/needs.ts';
import { BY_CITIZEN } from './citizen.ts';
import { WRITTEN_BY } from './entrances.ts';
import { letterCode } from './letter-code.ts';

const { type, topic, place, title, text, caller, isAnonymous, isConfidential, isPublishable } =
  OrderFields.properties;

/** A phone that the last four digits can be asked of: shorter ones are no number of this country. */
const DIGITS_NEEDED = 8;
const MISSING = { name: '请填写姓名，或勾选“匿名”', phone: '请填写带区号的固定电话或手机号码，或勾选“匿名”' };

interface Said {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
}
/** Who is not anonymous must be reachable: an answer nobody can be told is none. */
function refuseNameless({ name, phone }: Said): void {
  const faults = [
    ...(name?.trim() ? [] : [{ path: 'caller.name', message: MISSING.name }]),
    ...((phone ?? '').replace(/\D/g, '').length >= DIGITS_NEEDED
      ? []
      : [{ path: 'caller.phone', message: MISSING.phone }]),
  ];
  if (faults.length > 0) refuse('hotline.letter-nameless', {}, { fields: faults });
}

/** 写信 — a letter from the public pages or a foreign client: an order like any other, by nobody's account. */
export const writeLetter = birth(workOrder, {
  name: 'write-letter',
  title: '写信',
  hidden: true,
  may: BY_CITIZEN,
  to: ['registered'],
  input: Type.Object({
    channel: oneOf(WRITTEN_BY, '渠道'),
    type,
    topic,
    place,
    title,
    text,
    caller,
    isAnonymous,
    isConfidential,
    isPublishable,
    /** The digest of the code by which its writer shows that it is theirs. */
    code: Type.String({ minLength: 20, maxLength: 100, keep: 'never' }),
  }),
  needs: { place: placeOf, topic: topicOf, table: settingNow(limits), ...stepNeeds },
  decide(given) {
    const { input, id, calendar, now } = given;
    if (input.isAnonymous !== true) refuseNameless(input.caller ?? {});
    const [order, ...kept] = takenDown(given);
    const table = given.table as unknown as LimitTable;
    const answerPromisedOn = answerDay(order, { table, calendar, from: now });
    const code = { state: 'issued', orderId: id(0), code: input.code } as const;
    return [{ ...order, answerPromisedOn }, ...kept, create(letterCode, code)];
  },
});
