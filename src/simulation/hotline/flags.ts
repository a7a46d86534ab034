import { shuffled, type Chance } from '../chance.ts';
import type { Planted } from './planted.ts';
import type { Targets } from './targets.ts';

/** What happens to some of the handled ones besides. */
const FLAGS = [
  'letter',
  'urgent',
  'late',
  'putForward',
  'selected',
  'reworked',
  'returned',
  'extended',
  'transferred',
  'doubled',
  'city',
  'twinned',
  'letterTwinned',
  'defaulted',
] as const;
export type Flag = (typeof FLAGS)[number];
const bit = (flag: Flag): number => 1 << FLAGS.indexOf(flag);

/** What the year must add up to, and what a careless one plants. */
export interface Wanted {
  readonly targets: Targets;
  readonly planted: Planted;
}

/** So many get the flag: of those that have `among`, none of those that have one of `not`. */
interface Draw {
  readonly flag: Flag;
  readonly count: number;
  readonly not?: readonly Flag[];
  readonly among?: Flag;
}
function drawFlag(flags: Uint16Array, { flag, count, not = [], among }: Draw, by: Chance): void {
  const barred = not.reduce((sum, each) => sum | bit(each), bit(flag));
  const needed = among ? bit(among) : 0;
  let left = count;
  for (const index of shuffled(flags.length, by)) {
    if (left === 0) return;
    if ((flags[index]! & barred) !== 0 || (flags[index]! & needed) !== needed) continue;
    flags[index]! |= bit(flag);
    left -= 1;
  }
  if (left > 0) throw new Error(`${left} matters are missing for ${flag}`);
}

const PASSED = ['reworked', 'returned', 'extended'] as const;
/** One in eleven comes down from the city's platform. */
const FROM_CITY = 1 / 11;

const drawsOf = (
  targets: Targets,
  { twins, letterTwins, defaults }: Planted,
  count: number,
): readonly Draw[] => [
  { flag: 'letter', count: targets.letters },
  { flag: 'urgent', count: targets.urgent, not: ['letter'] },
  { flag: 'late', count: targets.late, not: ['urgent'] },
  { flag: 'putForward', count: targets.casesPutForward, not: ['late'] },
  { flag: 'selected', count: targets.casesSelected, among: 'putForward' },
  { flag: 'reworked', count: targets.reworked, not: ['urgent', 'late'] },
  { flag: 'returned', count: targets.returned, not: ['urgent', 'late', 'reworked'] },
  { flag: 'extended', count: targets.extended, not: ['urgent', 'late', 'reworked', 'returned'] },
  { flag: 'transferred', count: targets.transfers, not: ['urgent', 'late', ...PASSED] },
  { flag: 'doubled', count: targets.merged, not: ['urgent', 'late', 'transferred', ...PASSED] },
  {
    flag: 'city',
    count: Math.floor(count * FROM_CITY),
    not: ['letter', 'urgent', 'late', 'extended', 'doubled'],
  },
  {
    flag: 'twinned',
    count: twins,
    not: ['letter', 'urgent', 'late', 'doubled', 'city', 'transferred', ...PASSED],
  },
  {
    flag: 'letterTwinned',
    count: letterTwins,
    among: 'letter',
    not: ['late', 'doubled', 'transferred', ...PASSED],
  },
  { flag: 'defaulted', count: defaults, not: ['late'] },
];
/** What has more to come than a reply must begin early enough to end in the year. */
const NEEDS_TIME = FLAGS.filter((flag) => flag !== 'letter' && flag !== 'city').reduce(
  (sum, flag) => sum | bit(flag),
  0,
);

/** Which of the handled matters have what. */
export interface Flags {
  readonly has: (index: number, flag: Flag) => boolean;
  /** More is to happen to it than a straight course takes. */
  readonly needsTime: (index: number) => boolean;
  readonly indicesOf: (flag: Flag) => readonly number[];
}

/** Draws the flags of so many handled matters. */
export function drawFlags({ targets, planted }: Wanted, count: number, by: Chance): Flags {
  const flags = new Uint16Array(count);
  for (const draw of drawsOf(targets, planted, count)) drawFlag(flags, draw, by);
  const has = (index: number, flag: Flag): boolean => index < count && (flags[index]! & bit(flag)) !== 0;
  return {
    has,
    needsTime: (index) => index < count && (flags[index]! & NEEDS_TIME) !== 0,
    indicesOf: (flag) => [...flags.keys()].filter((index) => has(index, flag)),
  };
}
