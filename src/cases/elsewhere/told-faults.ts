import type { FieldFault } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { ElsewhereInput } from './input.ts';

/** What happened to a case, in the order in which it can have happened. */
export const HAPPENED = {
  receivedAt: '收件',
  acceptedAt: '受理',
  decidedAt: '决定或终结',
  deliveredAt: '送达',
} as const;
export type TimeField = keyof typeof HAPPENED;
const FIELDS = Object.keys(HAPPENED) as TimeField[];

export const isDecision = ({ outcome }: Pick<ElsewhereInput, 'outcome'>): boolean =>
  outcome === 'granted' || outcome === 'refused';

/** Moments after now, and each that lies before the one before it. */
function timeFaults(input: ElsewhereInput, now: Instant): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  let before: TimeField | undefined;
  for (const path of FIELDS) {
    const at = input[path];
    if (at === undefined) continue;
    if (at > now) faults.push({ path, message: `${HAPPENED[path]}时间晚于现在` });
    else if (before && at < input[before]!)
      faults.push({ path, message: `${HAPPENED[path]}早于${HAPPENED[before]}` });
    before = path;
  }
  return faults;
}

/** Whether what it came to and when it came to it agree. */
function outcomeFaults(input: ElsewhereInput): readonly FieldFault[] {
  const { outcome, acceptedAt, decidedAt, deliveredAt } = input;
  const faults: FieldFault[] = [];
  const fault = (path: keyof ElsewhereInput, message: string): number => faults.push({ path, message });
  if (outcome !== undefined && decidedAt === undefined) fault('decidedAt', '有办理结果，却没有决定时间');
  if (outcome === undefined && decidedAt !== undefined) fault('outcome', '有决定时间，却没有办理结果');
  if (isDecision(input) && acceptedAt === undefined) fault('acceptedAt', '已作决定，却没有受理时间');
  if (outcome === 'declined' && acceptedAt !== undefined) fault('outcome', '已经受理，却是不予受理');
  if (deliveredAt !== undefined && !isDecision(input)) fault('deliveredAt', '没有准予或不予的决定，却已送达');
  return faults;
}

/** What cannot be of one case as another system tells it, at its fields. Pure. */
export const toldFaults = (input: ElsewhereInput, now: Instant): readonly FieldFault[] => [
  ...timeFaults(input, now),
  ...outcomeFaults(input),
];
