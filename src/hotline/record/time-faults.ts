import type { FieldFault } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { RecordInput } from './input.ts';

const HAPPENED = ['registeredAt', 'dispatchedAt', 'repliedAt', 'closedAt', 'calledBackAt'] as const;

/** What happened did not happen in the future, nor before it was registered. */
export const timeFaults = (input: RecordInput, now: Instant): readonly FieldFault[] =>
  HAPPENED.flatMap((path) => {
    const told = input[path];
    if (told === undefined) return [];
    if (told > now) return [{ path, message: '晚于现在' }];
    return told < input.registeredAt ? [{ path, message: '早于登记时间' }] : [];
  });
