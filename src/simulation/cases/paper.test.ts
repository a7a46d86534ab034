import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarTable, clockOf, due, loadChineseDays, type Pause } from '#calendar/index.ts';
import { cases } from '#cases/index.ts';
import { bareMaterial, courseOf, type Elements } from '#catalogue/index.ts';
import { documents } from '#documents/module.ts';
import type { Action } from '#lib/action/action.ts';
import { dayOf, instantOf, millis, yearOf } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { Step, Thread } from '../run/thread.ts';
import type { Choice, Ground, Offered } from './ground.ts';
import { planYear, type Plan } from './plan.ts';
import { staffOf } from './staff.ts';
import { tallyOf } from './tally.ts';
import { careless2020, nothing, published2020, scaled } from './targets.ts';
import { threadsOf } from './year.ts';

/*
 * The year on paper: what its people will do, held against the states and limits of the actions of cases, without a
 * database. What fails here would be refused, or counted wrongly, a minute into the real thing.
 */

const calendar = calendarTable(loadChineseDays());
const organisations = ['区水利局', '区自然资源局', '甲镇人民政府'].map((name, n) => ({
  remit: [],
  id: `unit-${n}`,
  name,
  shortName: name,
  formerNames: [],
  isActive: true,
}));
const firms = ['区自来水公司', '区燃气公司', '区供电公司'].map((name, n) => ({
  ...organisations[0]!,
  id: `firm-${n}`,
  name,
  kind: 'utility',
}));
const tree = {
  root: { code: '430611', name: '君山区' },
  regions: new Map([['430611001', { code: '430611001', name: '甲镇', parent: '430611' }]]),
  organisations: new Map([...organisations, ...firms].map((each) => [each.id, each])),
} as unknown as OrganisationTree;

const material = (name: string, mayFollow = false) => ({ ...bareMaterial(name), mayFollow });
const step = (stage: number, department: string) => ({ stage, department, task: '审查', days: 5 });
const ITEMS: readonly Elements[] = [
  { kind: 'instant', legalLimit: { days: 1, unit: 'working' }, promisedLimit: { days: 0, unit: 'working' } },
  {
    type: 'licence',
    promisedLimit: { days: 10, unit: 'working' },
    specialProcedures: ['听证', '专家评审'],
    steps: [step(1, '区水利局'), step(1, '区自然资源局'), step(2, '区水利局')],
    materials: [material('申请书'), material('协议', true)],
    toleranceDays: 5,
    resultType: 'certificate',
  },
  {
    legalLimit: { days: 30, unit: 'natural' },
    promisedLimit: { days: 9, unit: 'natural' },
    specialProcedures: ['检测'],
    materials: [material('申请表'), material('证明')],
    commitment: { text: '承诺', exclusions: [], replaces: ['证明'], checkWithin: null },
  },
  {
    legalLimit: { days: 15, unit: 'working' },
    promisedLimit: { days: 1, unit: 'working' },
    materials: [material('申请表'), material('说明', true)],
    resultType: 'approval',
  },
];
const items = ITEMS.map((elements, n): Offered => {
  const all: Elements = { audience: ['person', 'company'], materials: [material('申请表')], ...elements };
  return { code: `item-${n}`, name: `事项${n}`, department: 'unit-0', elements: all, course: courseOf(all) };
});
const at = (windowType: Choice['counter']['windowType'], only: (item: Offered) => boolean = () => true) =>
  items
    .filter(only)
    .map((item): Choice => ({ item, counter: { window: null, windowType, place: '430611' } }));
const ofDays = (item: Offered): boolean => !item.course.isInstant;
const ground: Ground = {
  district: '430611',
  districtName: '君山区',
  calendar,
  tree,
  themes: [],
  choices: {
    undifferentiated: at('undifferentiated'),
    turnedAway: at('undifferentiated', ofDays),
    engineering: at('engineering'),
    utilities: at('utilities', ofDays),
    department: at('department'),
    resumption: at('resumption', ({ course }) => course.isInstant),
    town: at('town'),
    village: at('village'),
    handedDistrict: at('town', ofDays),
    handedCity: at('general', ofDays),
  },
};

const actions = new Map<string, Action>(
  [...cases.actions, ...documents.actions].map((each) => [`${each.noun.name}.${each.name}`, each]),
);
/** Where an act leaves its row, of those that lead to one state of several; every other has one, or stays. */
const LEADS: Readonly<Record<string, string>> = {
  'case-file.supply-correction': 'received',
  'handover.record-receipt': 'received',
};
/** Where rows begin that another act brings into being. */
const BEGINS: Readonly<Record<string, string>> = {
  'case-branch': 'asked',
  'meeting-follow-up': 'open',
  'utility-connection': 'asked',
  // Of a lot each line is a case of its own, completed before.
  'case-file': 'completed',
};
/** The states of the rows of one matter. */
type States = Map<string, string>;

function follow(states: States, { action, input, which = '' }: Step): void {
  const { from, to, noun } = actions.get(action)!;
  const key = `${noun.name}/${which}`;
  const state = states.get(key) ?? BEGINS[noun.name] ?? 'under-way';
  if (from !== null && !from.includes(state)) throw new Error(`${action} while ${state}`);
  const said = input as Readonly<Record<string, unknown>>;
  if (action === 'utility-connection.answer') {
    states.set(key, said['fit'] === 'fit' ? 'answered' : 'unfit');
    return;
  }
  const isFar =
    action === 'case-file.apply-online' || (action === 'case-file.apply' && said['channel'] === 'post');
  const told = { received: 'received', accepted: 'accepted', result: 'returned' }[said['kind'] as 'result'];
  const stays = from !== null && to.includes(state) ? state : to.at(-1)!;
  const next = isFar ? 'applied' : (told ?? LEADS[action] ?? (to.length === 1 ? to[0]! : stays));
  states.set(key, next);
  if (action === 'handover.take-in') states.set('case-file/', 'received');
  if (action === 'handover.follow') states.set(key, ending(states.get('case-file/')!));
}
const ending = (state: string): string =>
  state === 'completed' ? 'delivered' : state === 'accepted' ? 'accepted' : 'returned';

interface Counted {
  /** Acts of these names, one a case. */
  readonly acts: Record<string, number>;
  late: number;
  unlawful: number;
  accepted: number;
}
const ACTS = [
  'withdraw',
  'terminate',
  'decline',
  'ask-correction',
  'accept-with-outstanding',
  'accept-on-commitment',
  'grant-extension',
  'deem-accepted',
  'handle',
];
const find = (steps: readonly Step[], ...names: readonly string[]): Step | undefined =>
  steps.find(({ action }) => names.includes(action.slice(action.indexOf('.') + 1)));

/** The clocks of a case, reckoned as the case itself will. */
function clocks(steps: readonly Step[], item: Offered, counted: Counted): void {
  const deemed = find(steps, 'deem-accepted') && steps[0]!;
  const accepted = deemed ?? find(steps, 'accept', 'accept-with-outstanding', 'accept-on-commitment');
  const decided = find(steps, 'grant', 'refuse');
  if (!accepted) return;
  counted.accepted += 1;
  const [begins, ends] = [find(steps, 'begin-procedure', 'suspend'), find(steps, 'end', 'resume')];
  const pauses: readonly Pause[] = begins
    ? [{ from: instantOf(begins.at), to: instantOf(ends!.at), reason: '' }]
    : [];
  const dueOf = (
    { days, unit }: { readonly days: number; readonly unit: string },
    stood = pauses,
    extended = 0,
  ): number =>
    millis(
      due(
        clockOf(
          instantOf(accepted.at),
          { amount: days, unit: unit === 'natural' ? 'natural-day' : 'working-day' },
          {
            pauses: stood,
            extensions:
              extended > 0 ? [{ amount: extended, reason: '', approvedAt: instantOf(accepted.at) }] : [],
          },
        ),
        calendar,
      ).dueAt!,
    );
  const { legalLimit, promisedLimit } = item.course;
  // 中止 stops the promise alone.
  const spared = find(steps, 'suspend') ? [] : pauses;
  const legal = dueOf(legalLimit ?? { days: 20, unit: 'working' }, spared);
  if (!decided) return;
  if (decided.at > legal) counted.unlawful += 1;
  if (decided.at > dueOf(promisedLimit!)) counted.late += 1;
}

/** What is no case: the projects that cases hang on, the lots that look at some of them. */
const isBeside = ({ action }: Step): boolean => /^(project|after-check-draw)\./.test(action);

function onPaper(plan: Plan): Counted {
  const acts = Object.fromEntries(ACTS.map((name) => [name, 0]));
  const counted: Counted = { acts, late: 0, unlawful: 0, accepted: 0 };
  let n = 0;
  let told = 0;
  const births = new Set<string>();
  for (const { steps } of threadsOf(plan, staffOf(ground, plan.seed)) as Iterable<Thread>) {
    told += 1;
    births.add(`${steps[0]!.action}@${steps[0]!.at}`);
    const states: States = new Map();
    let before = -Infinity;
    for (const each of steps) {
      if (each.at <= before) throw new Error(`${each.action} not after what comes before`);
      before = each.at;
      follow(states, each);
    }
    if (isBeside(steps[0]!)) continue;
    const matter = plan.matterOf(plan.order[n++]!);
    const own = find(steps, 'accept', 'accept-with-outstanding', 'accept-on-commitment', 'handle');
    if (own && yearOf(dayOf(instantOf(own.at))) !== plan.year) throw new Error('accepted in another year');
    clocks(steps, matter.choice.item, counted);
    for (const { action } of steps) {
      const name = action.slice(action.indexOf('.') + 1);
      if (name in acts) acts[name]! += 1;
    }
  }
  // By its birth a matter is known again.
  expect(n).toBe(plan.count);
  expect(births.size).toBe(told);
  return counted;
}

test('nobody does what would be refused, nothing is late by law, and late by promise is what was planned', () => {
  fc.assert(
    fc.property(
      fc.nat(2_147_483_647),
      fc.integer({ min: 2008, max: 2040 }),
      fc.double({ min: 0.005, max: 0.04, noNaN: true }),
      fc.boolean(),
      (seed, year, scale, isCareless) => {
        const targets = scaled({ ...published2020, department: 900, town: 900, village: 900 }, scale);
        const planted = scaled(isCareless ? careless2020 : nothing, scale);
        const plan = planYear({ year, seed, ground }, { targets, planted });
        const { wanted, late, atOnce } = tallyOf(plan);
        const counted = onPaper(plan);
        expect(counted).toEqual({
          acts: {
            withdraw: wanted['cases.withdrawn'],
            terminate: wanted['cases.terminated'],
            decline: wanted['cases.declined'],
            'ask-correction': wanted['cases.correction-asked'],
            'accept-with-outstanding': wanted['cases.tolerant'],
            'accept-on-commitment': wanted['cases.committed'],
            'grant-extension': wanted['cases.extended'],
            'deem-accepted': wanted['cases.deemed-accepted'],
            handle: atOnce,
          },
          late,
          unlawful: 0,
          accepted: wanted['cases.accepted']! - atOnce,
        });
        expect(wanted['cases.window-undifferentiated']).toBe(targets.undifferentiated + planted.doubles);
        expect(wanted['cases.city-wide']).toBe(targets.handedDistrict + targets.handedCity);
      },
    ),
    { numRuns: 25 },
  );
});

test.each([2020])('at its full size, with seed %i, too', (seed) => {
  const targets = { ...published2020, department: 900, town: 900, village: 900 };
  const plan = planYear({ year: 2020, seed, ground }, { targets, planted: nothing });
  const { wanted, late } = tallyOf(plan);
  expect(onPaper(plan)).toMatchObject({ late, unlawful: 0 });
  const names = ['window-undifferentiated', 'window-engineering', 'window-utilities', 'city-wide'] as const;
  expect(names.map((name) => wanted[`cases.${name}`])).toEqual([1843, 433, 42, 1090]);
  expect([wanted['cases.city-wide-district'], wanted['cases.city-wide-city']]).toEqual([970, 120]);
});
