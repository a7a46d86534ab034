import { isMandate, MANDATE_PAPER } from '#cases/index.ts';
import { SYSTEM, type Person } from '#lib/action/person.ts';
import sayings from './sayings.json' with { type: 'json' };
import { between, dueAfter, HOUR, later, MINUTE, workingDays, type Writing } from './script.ts';

/** What the one who applies says at the counter, with the papers that are there. */
export function application(writing: Writing, papers: readonly string[]) {
  const { matter, answers, applicant } = writing;
  const { counter, item } = matter.choice;
  return {
    item: item.code,
    place: counter.place,
    ...(matter.fate.channel === 'online' ? {} : { channel: matter.fate.channel }),
    applicant,
    papers: matter.fate.isOnBehalf ? [...papers, ...mandateOf(writing)] : papers,
    ...(counter.windowType === null ? {} : { windowType: counter.windowType }),
    ...(counter.window === null ? {} : { window: counter.window }),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(matter.fate.isOnBehalf ? { agentName: agentOf(writing) } : {}),
  };
}
/** The mandate that whoever applies for another shows, besides the papers of the item: by its name there, or by the usual one. */
function mandateOf({ matter, papers }: Writing): readonly string[] {
  const names = (matter.choice.item.elements.materials ?? []).map(({ name }) => name).filter(isMandate);
  const all = names.length === 0 ? [MANDATE_PAPER] : [...new Set(names)];
  return all.filter((name) => !papers.includes(name));
}
const agentOf = ({ staff, matter, by }: Writing): string => staff.agentName(matter.choice.counter.place, by);

/** Papers that are missing at first, by how it is to be accepted: those that may follow, or that a promise replaces. */
function missingOf({ matter, papers, by }: Writing): ReadonlySet<string> {
  const { acceptance, ending } = matter.fate;
  const { course } = matter.choice.item;
  if (acceptance === 'tolerant')
    return new Set(course.mayFollow.filter((name) => papers.includes(name)).slice(0, 1));
  if (acceptance === 'committed')
    return new Set(course.commitment!.replaces.filter((name) => papers.includes(name)));
  if (acceptance === 'corrected' || ending === 'declined') return new Set([by.pick(papers)]);
  return new Set();
}

/** 申请 — at the counter, or as the platform sends it on. */
function applied(writing: Writing, clerk: Person, papers: readonly string[]): number {
  const { matter, staff, add } = writing;
  const said = application(writing, papers);
  return matter.fate.channel === 'online'
    ? add(matter.at, 'case-file.apply-online', staff.platform(), {
        ...said,
        ...(matter.fate.acceptance === 'tolerant' ? { signsTolerance: true } : {}),
        ...(matter.fate.acceptance === 'committed' ? { signsCommitment: true } : {}),
      })
    : add(matter.at, 'case-file.apply', clerk, said);
}

/** 收件 — and from afar, a look at it within the day. */
function received(writing: Writing, clerk: Person, papers: readonly string[]): void {
  const { matter, by, add } = writing;
  const at = applied(writing, clerk, papers);
  const isFromAfar = matter.fate.channel === 'online' || matter.fate.channel === 'post';
  if (isFromAfar) add(later(writing, at, by.between(0.3, 6) * HOUR), 'case-file.receive', clerk);
}
function gapsIn(names: ReadonlySet<string>, { by }: Writing) {
  return [...names].map((paper) => ({ paper, what: by.pick(sayings.gaps) }));
}

/** How a case ended that was never accepted, or when it was accepted. */
export interface Accepted {
  readonly clerk: Person;
  /** Null when it never was. */
  readonly at: number | null;
  /** 容缺: what is to follow. */
  readonly outstanding: readonly string[];
}

/** 视为受理 — nobody said a word within the five working days, so the case is accepted as of the day of its papers. */
const TOLD_WITHIN = { amount: 5, unit: 'working-day' } as const;
function deemed(writing: Writing, clerk: Person): Accepted {
  const { papers, add } = writing;
  const at = applied(writing, clerk, papers);
  add(dueAfter(writing, { at, limit: TOLD_WITHIN }) + 1, 'case-file.deem-accepted', SYSTEM);
  return { clerk, at, outstanding: [] };
}

/** From the papers to the acceptance, by the way its fate has for it. */
export function acceptedCase(writing: Writing): Accepted {
  const { matter, papers, staff, by, add, last } = writing;
  const { acceptance, ending, isBackfilled } = matter.fate;
  const clerk = staff.clerk(matter.choice.counter.place, by);
  if (acceptance === 'deemed') return deemed(writing, clerk);
  const missing = missingOf(writing);
  received(
    writing,
    clerk,
    papers.filter((name) => !missing.has(name)),
  );
  const soon = (): number => last() + (isBackfilled ? by.between(20, 60) * 1000 : by.between(2, 14) * MINUTE);
  const done = (at: number | null): Accepted => ({ clerk, at, outstanding: [...missing] });
  if (acceptance === 'tolerant' && missing.size > 0)
    return done(add(soon(), 'case-file.accept-with-outstanding', clerk, { isSigned: true }));
  if (acceptance === 'committed' && missing.size > 0)
    return done(add(soon(), 'case-file.accept-on-commitment', clerk, { isSigned: true, isExcluded: false }));
  if (missing.size > 0) {
    add(later(writing, last(), by.between(0.2, 8) * HOUR), 'case-file.ask-correction', clerk, {
      gaps: gapsIn(missing, writing),
    });
    const brought = later(writing, last(), workingDays(writing, by.between(1, 7)));
    if (ending === 'declined') {
      // Nothing came within the fifteen working days that the notice gave.
      const over = dueAfter(writing, { at: last(), limit: { amount: 16, unit: 'working-day' } });
      add(later(writing, over, by.between(0.5, 7) * HOUR), 'case-file.decline', clerk, {
        ground: 'not-corrected',
        reason: by.pick(sayings.declines),
      });
      return done(null);
    }
    add(brought, 'case-file.supply-correction', clerk, { papers: [...missing] });
  }
  return done(add(soon(), 'case-file.accept', clerk));
}

/** 容缺 — the papers that follow: brought within their term, or never. Whether the case goes on. */
export function suppliedLater(
  writing: Writing,
  { clerk, at, outstanding }: Accepted,
  promised: number,
): boolean {
  const { matter, staff, by, add } = writing;
  const decider = staff.decider(matter.choice.item.department);
  const { toleranceDays } = matter.choice.item.course;
  const stated = dueAfter(writing, { at: at!, limit: { amount: toleranceDays ?? 0, unit: 'working-day' } });
  const term = toleranceDays === null ? promised : Math.min(promised, stated);
  if (matter.fate.ending !== 'unsupplied') {
    add(between(writing, [at!, term], by.between(0.1, 0.5)), 'case-file.add-papers', clerk, {
      papers: outstanding,
    });
    return true;
  }
  add(between(writing, [at!, term], 0.7), 'case-file.chase-papers', clerk, { how: 'phone' });
  add(later(writing, term, by.between(0.5, 10) * HOUR), 'case-file.terminate', decider, {
    ground: 'not-supplied',
    reason: by.pick(sayings.terminated),
  });
  return false;
}
