import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarTable, loadChineseDays } from '#calendar/index.ts';
import {
  hotline,
  limits,
  roundDue,
  samplingRules,
  type SamplingRules,
  type DueRules,
  type LimitTable,
  type OrderType,
} from '#hotline/index.ts';
import type { Action } from '#lib/action/action.ts';
import { dayOf, instantOf, millis, yearOf, type Instant } from '#lib/time.ts';
import type { Step, Thread } from '../run/thread.ts';
import type { Ground, Unit } from './ground.ts';
import { staffOf } from './people.ts';
import { planYear } from './plan.ts';
import { careless2020, inflated, nothing, plantedTimes, type Planted } from './planted.ts';
import subjects from './subjects.json' with { type: 'json' };
import { dueOf, published2020, scaled, type Targets } from './targets.ts';
import { threadsOf } from './year.ts';

/*
 * The year on paper: what its people will do, held against the states and deadlines of the hotline's own actions, without
 * a database. What fails here would be refused, or counted wrongly, a minute into the real thing.
 */

const names = [...new Set(subjects.flatMap(({ unit, wrong }) => [unit, wrong]))];
const units = [...names, '甲镇人民政府', '乙镇人民政府'].map((name, n): Unit => ({ id: `unit-${n}`, name }));
const [first, second] = units.slice(-2).map(({ id }) => id) as [string, string];
const village = (_: unknown, n: number) => ({
  code: String(430_611_101_000 + n),
  spoken: `甲镇${n}村`,
  town: n % 2 === 0 ? first : second,
});
const calendar = calendarTable(loadChineseDays());

const groundWith = (rules: DueRules): Ground => ({
  district: '430611',
  villages: Array.from({ length: 120 }, village),
  units,
  unitNamed: (name) => units.find((each) => each.name === name) ?? units[0]!,
  calendar,
  rules,
  sampling: samplingRules.initial as SamplingRules,
});
const standard: DueRules = { table: limits.initial as LimitTable, calendar, aheadDays: 1 };

/** Where an act of these leaves an order that leads it elsewhere; every other leaves it where it is. */
const LEADS: Readonly<Record<string, string>> = {
  register: 'registered',
  receive: 'registered',
  dispatch: 'dispatched',
  sign: 'signed',
  return: 'returned',
  transfer: 'dispatched',
  reply: 'replied',
  'approve-reply': 'approved',
  'submit-up': 'submitted',
  'send-back': 'reworking',
  close: 'closed',
  'answer-directly': 'closed',
  redirect: 'redirected',
  merge: 'merged',
  withdraw: 'withdrawn',
  void: 'void',
  'return-to-city': 'sent-back',
};
const actions = new Map<string, Action>(
  hotline.actions!.filter(({ noun }) => noun.name === 'work-order').map((each) => [each.name, each]),
);

/** An order as the paper keeps it. */
interface Kept {
  state: string;
  readonly cityDueAt: Instant | null;
  startAt: number;
  due: number | null;
  countedDue: number | null;
  repliedAt: number;
  isLate: boolean;
  askedDays: number;
}
type Said = Readonly<Record<string, unknown>>;
const inputOf = ({ input }: Step): Said => (typeof input === 'function' ? {} : input);

function dueNow(kept: Kept, birth: Said, rules: DueRules, extension?: { days: number; at: number }): number {
  const order = {
    type: birth['type'] as OrderType,
    topic: birth['topic'] as string,
    isUrgent: birth['isUrgent'] === true,
    cityDueAt: kept.cityDueAt,
  };
  const extensions = extension
    ? [{ amount: extension.days, reason: '', approvedAt: instantOf(extension.at) }]
    : [];
  return millis(roundDue(order, rules, { startAt: instantOf(kept.startAt), extensions }));
}

/** Does one act on paper; throws where the hotline would refuse it. */
function act(kept: Kept, step: Step, birth: Said, rules: DueRules): void {
  const verb = step.action.slice('work-order.'.length);
  const { from, to } = actions.get(verb)!;
  if (from && !from.includes(kept.state)) throw new Error(`${verb} while ${kept.state}`);
  const input = inputOf(step);
  const isAgain = verb === 'call-back' && input['result'] === 'dissatisfied' && input['solved'] !== true;
  const state = isAgain ? 'reopened' : (LEADS[verb] ?? kept.state);
  if (!to.includes(state)) throw new Error(`${verb} does not lead to ${state}`);
  if (isAgain || (verb === 'dispatch' && kept.due === null)) {
    kept.startAt = step.at;
    kept.due = dueNow(kept, birth, rules);
    kept.countedDue ??= kept.due;
  }
  if (verb === 'ask-extension') kept.askedDays = input['days'] as number;
  if (verb === 'grant-extension')
    kept.countedDue = kept.due = dueNow(kept, birth, rules, { days: kept.askedDays, at: step.at });
  if (verb === 'reply') kept.repliedAt = step.at;
  if (verb === 'close') kept.isLate ||= kept.repliedAt > kept.due!;
  kept.state = state;
}

const yearAt = (at: number): number => yearOf(dayOf(instantOf(at)));
interface Told {
  readonly count: Record<string, number>;
  readonly replies: string[];
  /** The answer each order has in the end. */
  readonly standing: string[];
  readonly published: Said[];
  readonly lots: Said[];
  readonly called: number[];
}
/** What is done on each order, by its own matter and by the lots that took it, in the order of time. */
function actsByOrder(threads: readonly Thread[]): readonly (readonly Step[])[] {
  const acts = new Map<string, Step[]>();
  for (const { steps } of threads)
    for (const step of steps.filter(({ action }) => action.startsWith('work-order.'))) {
      const id = (step.on?.id ?? steps[0]!.bornAs)!;
      acts.set(id, [...(acts.get(id) ?? []), step]);
    }
  return [...acts.values()].map((each) => each.sort((a, b) => a.at - b.at));
}
function follow(
  own: readonly Step[],
  rules: DueRules,
  year: number,
  { count, replies, standing, published, called }: Told,
): void {
  const add = (name: string, isCounted: boolean): void => {
    if (isCounted) count[name] = (count[name] ?? 0) + 1;
  };
  const birth = inputOf(own[0]!);
  const kept: Kept = {
    state: 'unborn',
    cityDueAt: (birth['cityDueAt'] as Instant | undefined) ?? null,
    startAt: 0,
    due: null,
    countedDue: null,
    repliedAt: 0,
    isLate: false,
    askedDays: 0,
  };
  let before = -Infinity;
  for (const step of own) {
    if (step.at < before) throw new Error(`${step.action} before what comes first`);
    before = step.at;
    act(kept, step, birth, rules);
    const input = inputOf(step);
    if (step.action === 'work-order.publish') {
      if (birth['isPublishable'] !== true || birth['type'] === 'report')
        throw new Error('public without consent');
      published.push(step.input as Said);
    }
    if (step.action === 'work-order.reply') replies.push(input['text'] as string);
    if (step.action !== 'work-order.call-back' || yearAt(step.at) !== year) continue;
    add('calledBack', true);
    called.push(step.at);
    add('dissatisfied', input['result'] === 'dissatisfied');
  }
  const answered = own.findLast(({ action }) => action === 'work-order.reply');
  if (answered) standing.push(inputOf(answered)['text'] as string);
  const isLetter = birth['channel'] === 'mailbox';
  add(isLetter ? 'letters' : 'orders', yearAt(own[0]!.at) === year);
  const isDue = kept.countedDue !== null && yearAt(kept.countedDue) === year && kept.state === 'closed';
  add('due', isDue);
  add('late', isDue && kept.isLate);
  add('urgentLate', isDue && kept.isLate && birth['isUrgent'] === true);
}

interface Year {
  readonly year: number;
  readonly seed: number;
  readonly targets: Targets;
  readonly planted: Planted;
  readonly rules?: DueRules;
}
function onPaper({ year, seed, targets, planted, rules = standard }: Year): Told {
  const ground = groundWith(rules);
  const plan = planYear({ year, seed, ground }, { targets, planted });
  const told: Told = { count: {}, replies: [], standing: [], published: [], lots: [], called: [] };
  const threads = [...threadsOf(plan, staffOf(ground, seed), targets)];
  for (const own of actsByOrder(threads)) follow(own, rules, year, told);
  for (const { steps } of threads)
    if (steps[0]!.action === 'call-back-draw.draw') told.lots.push(inputOf(steps[0]!));
  return told;
}
const wanted = (targets: Targets, planted: Planted) => {
  const all = inflated(targets, planted);
  const { orders, letters, calledBack, dissatisfied, late } = all;
  return { orders, letters, due: dueOf(all), late, calledBack, dissatisfied };
};

const seeds = fc.nat(2_147_483_647);
/** Years the calendar knows and years it does not. */
const years = fc.integer({ min: 2008, max: 2040 });

test('the year on paper counts what it had to, whatever the seed, the year, the size and the scenario', () => {
  fc.assert(
    fc.property(
      seeds,
      years,
      fc.double({ min: 0.01, max: 0.08, noNaN: true }),
      fc.boolean(),
      (seed, year, scale, isCareless) => {
        const targets = scaled(published2020, scale);
        const planted = plantedTimes(isCareless ? careless2020 : nothing, scale);
        expect(onPaper({ year, seed, targets, planted }).count).toEqual(wanted(targets, planted));
      },
    ),
    { numRuns: 25 },
  );
});

test('so it does where much happens to the same matters at once: every third is called back, most of those in vain', () => {
  const often = {
    calledBack: 0.35,
    dissatisfied: 0.25,
    putForward: 0.05,
    reworked: 0.1,
    returned: 0.1,
    extended: 0.1,
  };
  fc.assert(
    fc.property(seeds, years, fc.integer({ min: 0, max: 5 }), (seed, year, aheadDays) => {
      const small = scaled(published2020, 0.05);
      const part = (of: number): number => Math.round(dueOf(small) * of);
      const targets: Targets = {
        ...small,
        calledBack: part(often.calledBack),
        dissatisfied: part(often.dissatisfied),
        casesPutForward: part(often.putForward),
        reworked: part(often.reworked),
        returned: part(often.returned),
        extended: part(often.extended),
        transfers: part(0.05),
      };
      const rules = { ...standard, aheadDays };
      const planted = plantedTimes(careless2020, 0.05);
      expect(onPaper({ year, seed, targets, planted, rules }).count).toEqual(wanted(targets, planted));
    }),
    { numRuns: 15 },
  );
});

test.each([1, 2, 7, 2020])('at its full size too, with seed %i, and no two answers are alike', (seed) => {
  const { count, replies } = onPaper({ year: 2020, seed, targets: published2020, planted: nothing });
  expect(count).toEqual({
    orders: 11_204,
    letters: 301,
    due: 11_303,
    late: 6,
    calledBack: 2037,
    dissatisfied: 25,
  });
  expect(replies.length - new Set(replies).size).toBe(0);
});

test.each([
  [2020, 1],
  [2021, 3],
])(
  'in the careless year %i those alike are the copies: 120 of double dispatch and 45 of letters counted twice, to the end',
  (year, seed) => {
    const { standing } = onPaper({ year, seed, targets: published2020, planted: careless2020 });
    const groups = [...Map.groupBy(standing, (each) => each).values()].filter(({ length }) => length > 1);
    expect(groups.map(({ length }) => length)).toEqual(Array.from({ length: 165 }, () => 2));
  },
);

test('of the 301 letters of the year dozens are public, with consent, and some wait to be read', () => {
  const { published } = onPaper({ year: 2020, seed: 1, targets: published2020, planted: nothing });
  // Three of five consent, seven of ten of those are published: 0.42 × 301 = 126, less reports.
  expect(published.length).toBeGreaterThan(80);
  expect(published.length).toBeLessThan(160);
  for (const { publicTitle, publicText, publicReply } of published)
    expect(`${String(publicTitle)}${String(publicText)}${String(publicReply)}`).not.toMatch(
      /[{}]|\d{7}|undefined/,
    );
});

test('the 2,037 are drawn in lots of two weeks, from January to December, and telephoned in the year', () => {
  const { lots, called } = onPaper({ year: 2020, seed: 1, targets: published2020, planted: nothing });
  // 27 December 2020 is a Sunday with four days after it; 5 January is the 26th Sunday before, in steps of two weeks.
  expect(lots).toHaveLength(26);
  expect(lots[0]).toMatchObject({ from: '2020-01-01', to: '2020-01-12' });
  expect(lots.at(-1)).toMatchObject({ from: '2020-12-14', to: '2020-12-27' });
  expect(lots.reduce((sum, { size }) => sum + (size as number), 0)).toBe(2037);
  expect(new Set(lots.map(({ seed }) => seed)).size).toBe(26);
  const months = called.map((at) => Number(dayOf(instantOf(at)).slice(5, 7)));
  const byMonth = Array.from({ length: 12 }, (_, n) => months.filter((month) => month === n + 1).length);
  // January begins with the second week; every other month has about a twelfth of 2,037.
  expect(Math.min(...byMonth.slice(1))).toBeGreaterThan(90);
  expect(Math.max(...byMonth)).toBeLessThan(300);
});

test('where a stretch has too few, the rest is drawn later, at last from all the year: so many are called back as had to be', () => {
  const targets: Targets = { ...scaled(published2020, 0.02), calledBack: 205, dissatisfied: 12 };
  const { count, lots } = onPaper({ year: 2020, seed: 4, targets, planted: nothing });
  expect(count).toMatchObject({ calledBack: 205, dissatisfied: 12 });
  expect(lots.at(-1)).toMatchObject({ from: '2020-01-01', to: '2020-12-27' });
});
