import { dayOf, formatChinese, formatTime, startOfDay, millis, MS_PER_HOUR } from '#lib/time.ts';
import type { Contact, WorkOrder } from '../order/work-order.ts';

type Told = Pick<WorkOrder, 'contacts' | 'repliedAt' | 'isAnonymous'>;

/** Hours of the day in which an office may be expected to telephone. */
const FROM_HOUR = 7;
const TO_HOUR = 22;
const MOMENT = 60_000;

function doubtOf(contact: Contact, order: Told): readonly string[] {
  const at = formatChinese(contact.at);
  const hour = (millis(contact.at) - millis(startOfDay(dayOf(contact.at)))) / MS_PER_HOUR;
  return [
    ...(order.repliedAt !== null && millis(contact.at) > millis(order.repliedAt)
      ? [`${at} 的联系晚于答复`]
      : []),
    ...(hour < FROM_HOUR || hour >= TO_HOUR ? [`${formatTime(contact.at)} 联系诉求人，不在通常的时间`] : []),
  ];
}

/**
 * What a reviewer should ask about before believing that the caller was contacted (答复前须联系诉求人), in sentences. Pure;
 * an empty list says only that the record does not contradict itself. Contacts of older orders may be in the writing of
 * whoever sent them, so moments are compared and not texts.
 */
export function contactDoubts(order: Told): readonly string[] {
  if (order.isAnonymous === true) return [];
  const contacts = order.contacts ?? [];
  const reached = contacts.filter((each) => each.withCaller);
  if (reached.length === 0) return ['没有联系到诉求人本人的记录'];
  const last = reached.at(-1)!;
  const isAtOnce = order.repliedAt !== null && Math.abs(millis(order.repliedAt) - millis(last.at)) < MOMENT;
  const alike = new Set(contacts.map((each) => millis(each.at))).size < contacts.length;
  return [
    ...reached.flatMap((each) => doubtOf(each, order)),
    ...(isAtOnce ? ['联系与答复在同一分钟内'] : []),
    ...(alike ? ['几次联系登记在同一时刻'] : []),
  ];
}
