import type { Thread } from '../run/thread.ts';
import { acceptedCase, application } from './accepted.ts';
import { decidedCase } from './decided.ts';
import { handedToCity, handedToDistrict } from './handed-over.ts';
import type { Plan } from './plan.ts';
import { writingOf, type Writing } from './script.ts';
import type { Staff } from './staff.ts';

/** 即办 — the whole case in one act. */
function handledAtOnce(writing: Writing): void {
  const { plan, matter, papers, staff, by, add } = writing;
  const clerk = staff.clerk(matter.choice.counter.place, by);
  const { resultType } = matter.choice.item.elements;
  const hasPaper = resultType === 'certificate' || resultType === 'approval';
  add(matter.at, 'case-file.handle', clerk, {
    ...application(writing, papers),
    ...(hasPaper ? { resultNumber: `〔${plan.year}〕${String(matter.index + 1).padStart(5, '0')}号` } : {}),
  });
}

function told(writing: Writing): void {
  const { group, choice } = writing.matter;
  if (group === 'handedCity') return handedToCity(writing);
  if (group === 'handedDistrict') return handedToDistrict(writing);
  if (choice.item.course.isInstant) return handledAtOnce(writing);
  const accepted = acceptedCase(writing);
  if (accepted.at !== null) decidedCase(writing, accepted);
}

/** Every case of the year by the time of its birth, each told when its turn comes. */
export function* threadsOf(plan: Plan, staff: Staff): Generator<Thread> {
  for (const index of plan.order) {
    const writing = writingOf(plan, staff, index);
    told(writing);
    yield { steps: writing.steps };
  }
}
