import type { Pause } from '#calendar/index.ts';
import { organisationOf, type Step as Stage } from '#catalogue/index.ts';
import { instantOf } from '#lib/time.ts';
import sayings from './sayings.json' with { type: 'json' };
import type { Accepted } from './accepted.ts';
import type { Chance } from '../chance.ts';
import { inventedName } from '../hotline/names.ts';
import { asked, conditionOf, connected } from './utility/connected.ts';
import { visitOf } from './visit.ts';
import { between, HOUR, later, limitsFrom, workingDays, type Writing } from './script.ts';

const PROCEDURES = {
  听证: 'hearing',
  招标: 'bidding',
  拍卖: 'auction',
  检验: 'inspection',
  检测: 'testing',
  检疫: 'quarantine',
  鉴定: 'appraisal',
  专家评审: 'expert-review',
} as const;

/** 特别程序 — begun at once, over after some days, which no clock counts. */
function special(writing: Writing, at: number): readonly Pause[] {
  const { matter, staff, by, add } = writing;
  const { department, elements } = matter.choice.item;
  if (matter.fate.special === null) return [];
  const name = elements.specialProcedures![matter.fate.special]!;
  const days = by.whole(2, 7);
  const approver = staff.approver(department, by);
  const began = add(later(writing, at, by.between(0.5, 5) * HOUR), 'case-file.begin-procedure', approver, {
    kind: PROCEDURES[name as keyof typeof PROCEDURES] ?? 'expert-review',
    name,
    reason: by.pick(sayings.procedures),
    noticeNumber: `特告〔${writing.plan.year}〕${matter.index + 1}号`,
    estimatedDays: days,
  });
  const over = later(writing, began, workingDays(writing, days - by.between(0.1, 0.9)));
  const ended = add(over, 'special-procedure.end', approver, { result: by.pick(sayings.procedureResults) });
  return [{ from: instantOf(began), to: instantOf(ended), reason: name }];
}

/** 中止 — asked for by one, agreed to by another, until what stood in the way is gone; the promise alone stands still. */
function suspended(writing: Writing): readonly Pause[] {
  const { matter, staff, by, add, last } = writing;
  if (!matter.fate.isSuspended) return [];
  const decider = staff.decider(matter.choice.item.department);
  const { because, over, ground, basis, until } = by.pick(sayings.suspended);
  const asking = later(writing, last(), by.between(0.5, 4) * HOUR);
  add(asking, 'case-file.ask-suspension', staff.approver(matter.choice.item.department, by), {
    ground,
    basis,
    reason: because,
    condition: until,
    noticeNumber: `中告〔${writing.plan.year}〕${matter.index + 1}号`,
  });
  const agreeing = later(writing, last(), by.between(0.5, 3) * HOUR);
  const from = add(agreeing, 'case-file.suspend', decider, {});
  const to = add(later(writing, from, workingDays(writing, by.between(2, 8))), 'case-file.resume', decider, {
    reason: over,
  });
  return [{ from: instantOf(from), to: instantOf(to), reason: '中止' }];
}

type Firms = ReturnType<typeof asked>;
/** Who goes on a survey, and what each looks for: whom the item sends, and the firms that are to connect something. */
function going({ matter, plan }: Writing, firms: Firms): ReadonlyMap<string, ReadonlySet<string>> {
  const sent = matter.choice.item.course.surveys.map(
    ({ department, conditions }) => [organisationOf(plan.ground.tree, department)!, conditions] as const,
  );
  const supplying = firms.map((each) => [each.firm, [conditionOf(each)]] as const);
  const all = new Map<string, Set<string>>();
  for (const [unit, conditions] of [...sent, ...supplying])
    all.set(unit, new Set([...(all.get(unit) ?? []), ...conditions]));
  return all;
}

/** Two people of different names. */
function two(by: Chance): readonly string[] {
  const one = inventedName(by);
  for (;;) {
    const other = inventedName(by);
    if (other !== one) return [one, other];
  }
}

/** A day is named no further ahead than this: the office may name one of the next ten working days. */
const NEAR = 8;
/** 现场勘查 — one trip of all units that the item sends, before anybody gives an opinion; when the promise stood still. */
function surveyed(writing: Writing, [from, to]: readonly [number, number], firms: Firms): readonly Pause[] {
  const { matter, staff, by, add, tell } = writing;
  const { department, course } = matter.choice.item;
  if (course.surveys.length === 0) return [];
  const approver = staff.approver(department, by);
  const at = (share: number): number => between(writing, [from, to], share);
  add(at(by.between(0.02, 0.08)), 'case-file.ask-survey', approver, {
    site: by.pick(sayings.surveySites),
    reason: by.pick(sayings.surveyReasons),
  });
  const planned = Math.max(at(by.between(0.1, 0.15)), writing.last() + 1000);
  const named = Math.min(at(by.between(0.2, 0.3)), later(writing, planned, workingDays(writing, NEAR)));
  const visit = visitOf(named, planned);
  const told = add(planned, 'survey.schedule', approver, { visitAt: instantOf(visit), toldHow: 'phone' });
  for (const [unit, conditions] of going(writing, firms)) {
    tell({
      at: Math.max(visit, later(writing, visit, by.between(0.2, 2) * HOUR)),
      action: 'survey-unit.record',
      by: staff.approver(unit, by),
      which: unit,
      input: {
        results: [...conditions].map((condition) => ({ condition, result: 'met' })),
        attendees: two(by),
      },
    });
  }
  const text = by.pick(sayings.surveyPassed);
  const over = later(writing, writing.last(), by.between(0.2, 2) * HOUR);
  const finished = add(over, 'survey.finish', approver, { conclusion: 'passed', text });
  return [{ from: instantOf(told), to: instantOf(finished), reason: '现场勘查' }];
}

interface Branching {
  readonly accepted: Accepted;
  readonly at: (share: number) => number;
  /** By when, as a part of the whole. */
  readonly until: number;
}
/** One department's answer: mostly at once, sometimes after the window has cleared something up. */
function answered(
  writing: Writing,
  step: Stage,
  { accepted, at, until, isLast }: Branching & { readonly isLast: boolean },
): void {
  const { matter, staff, by, tell, plan } = writing;
  const unit =
    step.department === ''
      ? matter.choice.item.department
      : organisationOf(plan.ground.tree, step.department)!;
  const which = `${unit}/${step.stage}`;
  const approver = staff.approver(unit, by);
  const own = { by: approver, which };
  if (matter.fate.isSentBack && isLast) {
    const reason = by.pick(sayings.sentBack);
    tell({ at: at(until * 0.8), action: 'case-branch.send-back', input: { reason }, ...own });
    const cleared = later(writing, writing.last(), by.between(0.5, 3) * HOUR);
    const note = by.pick(sayings.resubmitted);
    tell({ at: cleared, action: 'case-branch.resubmit', by: accepted.clerk, input: { note }, which });
  }
  const objects = matter.fate.isObjected && isLast;
  const opinion = by.pick(objects ? sayings.objections : sayings.opinions);
  tell({ at: at(until), action: `case-branch.${objects ? 'object' : 'agree'}`, input: { opinion }, ...own });
}

/** 并联审批 — the departments of a stage side by side, stage after stage. */
function branches(writing: Writing, accepted: Accepted, at: Branching['at']): void {
  const { matter, by } = writing;
  const steps = matter.choice.item.elements.steps ?? [];
  const stages = [...Map.groupBy(steps, ({ stage }) => stage)].toSorted(([a], [b]) => a - b);
  for (const [n, [, side]] of stages.entries()) {
    const shares = side.map(() => (n + by.between(0.3, 0.95)) / stages.length).toSorted((a, b) => a - b);
    for (const [k, step] of side.entries())
      answered(writing, step, {
        accepted,
        at,
        until: shares[k]!,
        isLast: n === stages.length - 1 && k === side.length - 1,
      });
  }
}

/** 延期 — asked for and granted before the limit is over; the promise it breaks is not lengthened with it. */
function extended(writing: Writing, at: number): void {
  const { matter, staff, by, add } = writing;
  const { department } = matter.choice.item;
  if (!matter.fate.isExtended) return;
  const approver = staff.approver(department, by);
  add(at, 'case-file.ask-extension', approver, { days: by.whole(3, 8), reason: by.pick(sayings.extension) });
  add(
    later(writing, writing.last(), by.between(0.3, 2) * HOUR),
    'case-file.grant-extension',
    staff.head(department),
    {
      reason: by.pick(sayings.extensionTold),
      noticeNumber: `延告〔${writing.plan.year}〕${matter.index + 1}号`,
    },
  );
}

/** Of the few that are late: between the promise, which stood still during a survey, and the law's limit, which did not. */
function decidedLate(writing: Writing, at: number, firms: Firms): number {
  const { legal, promised } = limitsFrom(writing, at);
  const pauses = surveyed(writing, [at, promised], firms);
  return between(writing, [limitsFrom(writing, at, pauses).promised, legal], writing.by.between(0.15, 0.6));
}
/** Within the promise. */
function decidedInTime(writing: Writing, at: number, firms: Firms): number {
  const { by, last } = writing;
  const spared = special(writing, at);
  const pauses = [...spared, ...suspended(writing)];
  // A suspension stops the promise alone.
  const promised = Math.min(limitsFrom(writing, at, pauses).promised, limitsFrom(writing, at, spared).legal);
  const decided =
    pauses.length > 0
      ? between(writing, [last(), promised], by.between(0.15, 0.5))
      : between(writing, [Math.max(at, last()), promised], by.between(0.3, 0.85));
  surveyed(writing, [Math.max(at, last()), decided], firms);
  return decided;
}

/** From the acceptance to the moment before the decision; when that is to be. */
export function examined(writing: Writing, accepted: Accepted): number {
  const at = accepted.at!;
  const firms = asked(writing, accepted);
  const since = writing.last();
  const decided = writing.matter.fate.isLate
    ? decidedLate(writing, at, firms)
    : decidedInTime(writing, at, firms);
  connected(writing, firms, [writing.last(), between(writing, [writing.last(), decided], 0.7), since]);
  const from = Math.max(at, writing.last());
  branches(writing, accepted, (share) => between(writing, [from, decided], share * 0.9));
  extended(writing, between(writing, [at, limitsFrom(writing, at).promised], 0.9));
  return decided;
}
