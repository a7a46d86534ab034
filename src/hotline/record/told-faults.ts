import type { FieldFault } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { RecordInput } from './input.ts';
import { timeFaults } from './time-faults.ts';

/** What a source says of an order that cannot all be so; each at the field that is to be looked at. */
function contradictions(input: RecordInput): readonly FieldFault[] {
  const { state, repliedAt, closedAt, callBackResult, isSolved } = input;
  const isEndedEarly = repliedAt !== undefined && closedAt !== undefined && closedAt < repliedAt;
  const isOpen = state === 'registered' || state === 'signed';
  return [
    ...(isEndedEarly ? [{ path: 'closedAt', message: '早于答复时间' }] : []),
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
