import type { FieldFault } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { RecordInput } from './input.ts';
import { HAPPENED, LIMITS } from './sources/times.ts';

/** What happened did not happen in the future, nor before it was registered; nor did a limit end before that. */
export function timeFaults(input: RecordInput, now: Instant): readonly FieldFault[] {
  const early = [...HAPPENED, ...LIMITS].filter(
    (path) => (input[path] ?? input.registeredAt) < input.registeredAt,
  );
  const future = HAPPENED.filter((path) => (input[path] ?? now) > now);
  return [
    ...future.map((path) => ({ path, message: '晚于现在' })),
    ...early
      .filter((path) => !future.includes(path as never))
      .map((path) => ({ path, message: '早于登记时间' })),
  ];
}
