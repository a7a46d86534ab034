import type { FieldFault } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { RecordInput } from './input.ts';
import { onTimeAsStated } from './on-time.ts';
import { timeFaults } from './time-faults.ts';
import { findInTime } from './told-words.ts';

/** The source's own word on whether it was on time, against its own times. */
function wronglyOnTime(input: RecordInput): readonly FieldFault[] {
  const said = input.statedOutcome === undefined ? undefined : findInTime(input.statedOutcome);
  const isOnTime = onTimeAsStated(input);
  if (said === undefined || isOnTime === null || said === isOnTime) return [];
  return [{ path: 'statedOutcome', message: `按期限和答复时间应为${isOnTime ? '按期' : '超期'}` }];
}

/** What a source says of an order that cannot all be so; each at the field that is to be looked at. */
function contradictions(input: RecordInput): readonly FieldFault[] {
  const { state, repliedAt, closedAt, calledBackAt, callBackResult, isSolved } = input;
  const answeredAt = repliedAt ?? closedAt;
  const isEndedEarly = repliedAt !== undefined && closedAt !== undefined && closedAt < repliedAt;
  const isOpen = state === 'registered' || state === 'signed';
  return [
    ...(isEndedEarly ? [{ path: 'closedAt', message: '早于答复时间' }] : []),
    ...(calledBackAt !== undefined && answeredAt !== undefined && calledBackAt < answeredAt
      ? [{ path: 'calledBackAt', message: '早于答复时间' }]
      : []),
    ...wronglyOnTime(input),
    ...(isOpen && closedAt !== undefined ? [{ path: 'state', message: '有办结时间，却没有办结' }] : []),
    // Nobody was asked, so nobody said so; the live call-back refuses it too.
    ...(callBackResult === 'not-reached' && isSolved === true
      ? [{ path: 'isSolved', message: '回访未接通，不能确认已解决' }]
      : []),
  ];
}

/** Times that are impossible and statements that contradict each other; none for a row that may be so. */
export const toldFaults = (input: RecordInput, now: Instant): readonly FieldFault[] => [
  ...timeFaults(input, now),
  ...contradictions(input),
];
