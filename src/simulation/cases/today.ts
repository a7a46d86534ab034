import type { Grant, Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { dayOf, instantOf, MS_PER_MINUTE } from '#lib/time.ts';
import { chance, type Chance } from '../chance.ts';
import { officeTimeLater } from '../hotline/habits.ts';
import { act } from '../mark.ts';
import { newborn, resumed } from '../run/arrivals.ts';
import { runThreads } from '../run/run.ts';
import type { Step, Thread } from '../run/thread.ts';
import { markedToday } from '../year/marked-today.ts';
import { acceptedCase } from './accepted.ts';
import { decidedCase } from './decided.ts';
import { PLAIN, type Fate } from './fate.ts';
import { groundOf, type Ground } from './ground.ts';
import { planYear, type Matter, type Plan } from './plan.ts';
import { begunWriting, limitsFrom, type Writing } from './script.ts';
import { staffOf, type Staff } from './staff.ts';
import { nothing, type Targets } from './targets.ts';

/** How far a case has come by now. */
const STANDINGS = ['sent', 'received', 'correcting', 'accepted', 'decided', 'late', 'overdue'] as const;
type Standing = (typeof STANDINGS)[number];
/** What the counters, the departments and the supervisor find in the morning. */
const CASES: Readonly<Record<Standing, number>> = {
  sent: 4,
  received: 5,
  correcting: 3,
  accepted: 16,
  decided: 6,
  late: 2,
  overdue: 1,
};
/** Of which those are drawn that come to stand so. */
const POOL: Targets = {
  undifferentiated: 420,
  department: 120,
  town: 40,
  utilities: 60,
  engineering: 0,
  handedDistrict: 0,
  handedCity: 0,
  resumption: 0,
  village: 0,
  turnedAway: 0,
  bundles: 0,
};
/** Numbers of what is issued, apart from those of the year before. */
const FIRST_INDEX = 90_000;

interface Desk {
  readonly at: number;
  readonly plan: Plan;
  readonly staff: Staff;
  readonly by: Chance;
  /** Departments for which somebody can sign in: their inboxes are not empty. */
  readonly staffed: ReadonlySet<string>;
}
const done = (name: string) => (step: Step) => step.action === `case-file.${name}`;
const isDecision = (step: Step): boolean => done('grant')(step) || done('refuse')(step);

/** So much office time before a moment: an hour of it at a time, since calendars count forward only. */
function before({ plan, at }: Desk, needed: number): number {
  const { calendar } = plan.ground;
  let from = at - needed;
  while (officeTimeLater(calendar, from, needed) > at) from -= 60 * MS_PER_MINUTE;
  return from;
}

/** Where a case stands whose steps up to now are these; nothing where it is over, or has not begun. */
function standingOf(past: readonly Step[], isOpen: boolean): Standing | null {
  const last = past.at(-1);
  if (!last || !isOpen) return null;
  if (past.some(isDecision)) return 'decided';
  if (past.some(({ action }) => action.startsWith('case-file.accept'))) return 'accepted';
  if (done('ask-correction')(last)) return 'correcting';
  return done('apply-online')(last) ? 'sent' : 'received';
}

/** The straight course of a case that came in when this one did, and nobody decides in time. */
function forgotten({ steps }: Writing): readonly Step[] {
  const decided = steps.findIndex(isDecision);
  return decided === -1 ? steps : steps.slice(0, decided);
}

interface Told {
  readonly standing: Standing;
  readonly steps: readonly Step[];
}
function written({ plan, staff }: Desk, matter: Matter): Writing & { readonly acceptedAt: number | null } {
  const writing = begunWriting(plan, staff, matter);
  const accepted = acceptedCase(writing);
  if (accepted.at !== null) decidedCase(writing, accepted);
  return { ...writing, acceptedAt: accepted.at };
}

/** How long ago it came in, in working days: a good part of them today or yesterday; what nobody decides, long ago. */
function ageOf({ plan, by }: Desk, { choice: { item } }: Matter, isForgotten: boolean): number {
  const days = item.course.isInstant
    ? 0.5
    : ((item.course.promisedLimit ?? item.course.legalLimit)?.days ?? 5);
  const share = isForgotten ? by.between(0.8, 2.5) : by.between(0.05, 1.1);
  const age = by.happens(0.3) && !isForgotten ? by.between(0.02, 1.5) : share * days;
  return age * plan.ground.calendar.hours.total;
}

/** As it was drawn; more often than in a year something is still to be mended, and what is forgotten goes straight. */
function fateNow({ by }: Desk, { fate }: Matter, isForgotten: boolean): Fate {
  if (isForgotten || fate.acceptance === 'deemed') return PLAIN;
  return fate.acceptance === 'complete' && by.happens(0.15) ? { ...fate, acceptance: 'corrected' } : fate;
}

/** One case of the pool as it stands now, had it come in a while ago. */
function told(desk: Desk, index: number): Told | null {
  const { plan, at, by } = desk;
  const drawn = plan.matterOf(index);
  // A trip that is still to come lets the promise stand still: what is late is looked for where there is none.
  const isForgotten = by.happens(0.15) && drawn.choice.item.course.surveys.length === 0;
  const came = before(desk, ageOf(desk, drawn, isForgotten));
  const fate = fateNow(desk, drawn, isForgotten);
  const writing = written(desk, {
    ...drawn,
    fate,
    at: came,
    index: FIRST_INDEX + index,
    original: FIRST_INDEX + index,
  });
  const steps = (isForgotten ? forgotten(writing) : writing.steps).filter((step) => step.at <= at);
  const standing = standingOf(steps, steps.length < writing.steps.length);
  if (standing !== 'accepted' || !isForgotten || writing.acceptedAt === null)
    return standing && { standing, steps };
  const { promised, legal } = limitsFrom(writing, writing.acceptedAt);
  return { standing: legal < at ? 'overdue' : promised < at ? 'late' : 'accepted', steps };
}

/** One of these and one of those in turn, then what is left of either. */
const inTurn = <T>(these: readonly T[], those: readonly T[]): readonly T[] =>
  Array.from({ length: Math.max(these.length, those.length) }, (_, n) => [these[n], those[n]])
    .flat()
    .filter((each) => each !== undefined);

type Found = Told & { readonly index: number };
/** What chance leaves out once it has brought in a few rounds: at nine in the morning hardly anything came in today. */
const MOST_ROUNDS = 20;

/** Those of the pool that stand so, every other of a department that somebody can sign in for, as far as there are any. */
function chosenOf({ plan, staffed }: Desk, pool: readonly Found[], most: number): readonly Found[] {
  const isOurs = ({ index }: Found): boolean => staffed.has(plan.matterOf(index).choice.item.department);
  const [ours, others] = [pool.filter(isOurs), pool.filter((each) => !isOurs(each))];
  return inTurn(ours, others).slice(0, most);
}

/** So many of every standing: the pool is told again, each case as old as chance has it, until there are enough. */
function threadsOf(desk: Desk): readonly Thread[] {
  const chosen = new Map<number, Found>();
  const missing = (standing: Standing): number =>
    CASES[standing] - [...chosen.values()].filter((each) => each.standing === standing).length;
  for (let round = 0; round < MOST_ROUNDS && STANDINGS.some((each) => missing(each) > 0); round++) {
    const pool = Array.from({ length: desk.plan.count }, (_, index) => {
      const found = told(desk, index);
      return found === null || chosen.has(index) ? [] : [{ ...found, index }];
    }).flat();
    for (const standing of STANDINGS) {
      const standingSo = pool.filter((each) => each.standing === standing);
      for (const each of chosenOf(desk, standingSo, missing(standing))) chosen.set(each.index, each);
    }
  }
  return [...chosen.values()]
    .map(({ steps }) => ({ steps }))
    .toSorted((a, b) => a.steps[0]!.at - b.steps[0]!.at);
}

type Morning = Pick<Desk, 'at' | 'staffed'> & {
  /** Who may work at an undifferentiated window of the district, where trainings are held. */
  readonly trained: readonly Person[];
};
/** From the first training on nobody invented may take anything in: whoever was trained stands at the counters. */
const atTheCounters = (staff: Staff, trained: readonly Person[]): Staff =>
  trained.length === 0 ? staff : { ...staff, clerk: (_place, by) => by.pick(trained) };

/** What lies on the desks at a moment, in milliseconds since 1970, as far as it has been done by then. Pure. */
export const morningOf = (
  ground: Ground,
  { seed, trained, ...given }: Morning & { readonly seed: number },
): readonly Thread[] =>
  threadsOf({
    ...given,
    plan: planYear({ year: seed, seed, ground }, { targets: POOL, planted: nothing }),
    staff: atTheCounters(staffOf(ground, seed), trained),
    by: chance(seed, 'cases-today'),
  });

/** Departments with an account that examines for them. */
async function staffedIn(app: Pick<App, 'query'>): Promise<ReadonlySet<string>> {
  const rows = await app.query(
    `select distinct g ->> 'scope' as scope from account, jsonb_array_elements(grants) g
      where state = 'active' and g ->> 'role' = 'cases.approver'`,
    [],
  );
  return new Set(rows.map(({ scope }) => scope as string));
}

/** Demo people who take in for the whole district and hold a training that is valid then. */
async function trainedIn(app: Pick<App, 'query'>, district: string, at: number): Promise<readonly Person[]> {
  const rows = await app.query(
    `select id, name, grants from account a
      where state = 'active' and is_demo
        and exists (select from jsonb_array_elements(a.grants) g
                     where g ->> 'role' = 'cases.clerk' and g ->> 'scope' = $1)
        and exists (select from training t, jsonb_array_elements(t.attendees) each
                     where t.state = 'held' and $2::date between t.held_on and t.valid_until
                       and each ->> 'account' = a.id::text)
      order by number`,
    [district, dayOf(instantOf(at))],
  );
  return rows.map(({ id, name, grants }) => ({
    id: id as string,
    name: name as string,
    grants: grants as readonly Grant[],
  }));
}

/**
 * The cases that lie at the counters and in the departments this morning: sent in and not yet looked at, waiting for
 * papers, examined, to be handed out, late. Marked as simulated; interrupted, it goes on from where it was, as of the
 * moment it was begun. Returns how many there are.
 */
export async function simulateCasesToday(app: App): Promise<number> {
  const ground = await groundOf(app);
  const { id, at, seed, isResumed } = await markedToday(app, 'cases', '在办办件，供试用各工作台');
  const [staffed, trained] = await Promise.all([staffedIn(app), trainedIn(app, ground.district, at)]);
  const threads = morningOf(ground, { at, seed, staffed, trained });
  await runThreads(app, isResumed ? resumed(app, threads.values()) : newborn(threads));
  await act(app, 'complete', id, { totals: { 'cases.received': String(threads.length) } });
  return threads.length;
}
