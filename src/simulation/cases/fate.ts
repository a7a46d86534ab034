import type { Elements } from '#catalogue/index.ts';
import type { Chance } from '../chance.ts';
import type { Choice } from './ground.ts';
import type { Group } from './targets.ts';

/** How a case goes, beside the straight course. What the report says nothing of is assumed. */
export interface Fate {
  readonly acceptance: 'complete' | 'corrected' | 'tolerant' | 'committed' | 'deemed';
  readonly ending: 'granted' | 'refused' | 'withdrawn' | 'unsupplied' | 'declined';
  readonly channel: 'window' | 'online' | 'post' | 'terminal' | 'on-site';
  readonly isFirm: boolean;
  readonly isOnBehalf: boolean;
  /** Decided after the promise and before the limit of the law. */
  readonly isLate: boolean;
  readonly isExtended: boolean;
  /** 特别程序 of the item's own list, by its place there; null for none. */
  readonly special: number | null;
  /** 中止 — something beyond the office's power stood in the way for some days. */
  readonly isSuspended: boolean;
  readonly isSentBack: boolean;
  readonly isObjected: boolean;
  readonly isBackfilled: boolean;
}

/** The straight course: papers in order, decided in time. */
export const PLAIN: Fate = {
  acceptance: 'complete',
  ending: 'granted',
  channel: 'window',
  isFirm: false,
  isOnBehalf: false,
  isLate: false,
  isExtended: false,
  special: null,
  isSuspended: false,
  isSentBack: false,
  isObjected: false,
  isBackfilled: false,
};

const OFTEN = {
  corrected: 0.04,
  tolerant: 0.16,
  unsupplied: 0.06,
  committed: 0.3,
  deemed: 0.012,
  suspended: 0.012,
  refused: 0.009,
  withdrawn: 0.008,
  late: 0.012,
  extended: 0.3,
  special: 0.06,
  sentBack: 0.05,
  objected: 0.5,
  firm: 0.45,
  online: 0.13,
  post: 0.02,
  terminal: 0.03,
} as const;
const ON_BEHALF: Readonly<Partial<Record<Group, number>>> = {
  village: 0.18,
  town: 0.08,
  engineering: 0.35,
  utilities: 0.4,
};

/** A promise so much shorter than the law's limit that something may be decided between the two, a survey or not. */
function mayBeLate({ item: { course } }: Choice): boolean {
  const { legalLimit: legal, promisedLimit: promised } = course;
  if (legal === null || promised === null || legal.unit !== promised.unit) return false;
  const survey = course.surveys.length > 0 ? Math.ceil(promised.days / 4) : 0;
  return promised.days >= 2 && legal.days - promised.days >= 5 + survey;
}
/** Long enough that an office which let five days pass, or had to stop, still keeps its promise. */
const LONG = 8;
const isLong = ({ item: { course } }: Choice): boolean =>
  course.promisedLimit?.unit === 'working' && course.promisedLimit.days >= LONG;
/** Names among these of materials that everybody brings. */
const usual = ({ materials = [] }: Elements, names: readonly string[]): boolean =>
  materials.some(
    ({ name, need, when }) => names.includes(name) && need !== 'conditional' && (when ?? []).length === 0,
  );

function acceptanceOf(choice: Choice, isPlain: boolean, by: Chance): Fate['acceptance'] {
  const { course, elements } = choice.item;
  if (isPlain) return 'complete';
  if (usual(elements, course.mayFollow) && by.happens(OFTEN.tolerant)) return 'tolerant';
  if (usual(elements, course.commitment?.replaces ?? []) && by.happens(OFTEN.committed)) return 'committed';
  if (isLong(choice) && by.happens(OFTEN.deemed)) return 'deemed';
  return by.happens(OFTEN.corrected) ? 'corrected' : 'complete';
}
function endingOf(
  group: Group,
  { acceptance, isPlain }: { readonly acceptance: string; readonly isPlain: boolean },
  by: Chance,
): Fate['ending'] {
  if (group === 'turnedAway') return 'declined';
  if (isPlain) return 'granted';
  if (acceptance === 'tolerant' && by.happens(OFTEN.unsupplied)) return 'unsupplied';
  if (by.happens(OFTEN.refused)) return 'refused';
  const mayWithdraw = group !== 'handedDistrict' && acceptance !== 'tolerant';
  return mayWithdraw && by.happens(OFTEN.withdrawn) ? 'withdrawn' : 'granted';
}
function channelOf({ counter, item }: Choice, group: Group, by: Chance): Fate['channel'] {
  const roll = by.next();
  if (group === 'village') return roll < 0.06 ? 'on-site' : 'window';
  if (item.course.isInstant)
    return roll < OFTEN.terminal && counter.windowType === 'department' ? 'terminal' : 'window';
  return roll < OFTEN.online ? 'online' : roll < OFTEN.online + OFTEN.post ? 'post' : 'window';
}
function isFirmIn({ item }: Choice, by: Chance): boolean {
  const audience = item.elements.audience ?? [];
  if (!audience.includes('person')) return true;
  return audience.includes('company') && by.happens(OFTEN.firm);
}

interface Drawn {
  readonly group: Group;
  readonly choice: Choice;
}
/** Who signs a sheet comes to a counter for it: a promise sent by post, a wish to take back from afar. */
function seenWhereSigned(
  channel: Fate['channel'],
  { acceptance, ending }: Pick<Fate, 'acceptance' | 'ending'>,
): Fate['channel'] {
  const promises = channel === 'post' && (acceptance === 'tolerant' || acceptance === 'committed');
  const takesBack = ending === 'withdrawn' && channel !== 'on-site';
  return promises || takesBack ? 'window' : channel;
}
/** Draws how a matter goes; a plain one goes straight. */
export function fateOf(
  { group, choice }: Drawn,
  { isPlain, isBackfilled }: { readonly isPlain: boolean; readonly isBackfilled: boolean },
  by: Chance,
): Fate {
  const { course, elements } = choice.item;
  // What becomes of an envelope for the city is the city's, and told by receipts.
  const straight = isPlain || course.isInstant || group === 'handedCity';
  const acceptance =
    group === 'turnedAway' || group === 'handedDistrict' ? 'complete' : acceptanceOf(choice, straight, by);
  const ending = endingOf(group, { acceptance, isPlain: straight }, by);
  const isUsual = !straight && ending === 'granted' && acceptance === 'complete';
  const isLate = isUsual && mayBeLate(choice) && by.happens(OFTEN.late);
  const procedures = elements.specialProcedures ?? [];
  const isSpecial =
    isUsual &&
    !isLate &&
    procedures.length > 0 &&
    (course.promisedLimit?.days ?? 0) >= 7 &&
    by.happens(OFTEN.special);
  const isSuspended = isUsual && !isLate && !isSpecial && isLong(choice) && by.happens(OFTEN.suspended);
  return {
    acceptance,
    ending,
    channel: seenWhereSigned(channelOf(choice, group, by), { acceptance, ending }),
    isFirm: isFirmIn(choice, by),
    isOnBehalf: group !== 'handedDistrict' && group !== 'handedCity' && by.happens(ON_BEHALF[group] ?? 0.02),
    isLate,
    isExtended: isLate && by.happens(OFTEN.extended),
    special: isSpecial ? by.whole(0, procedures.length - 1) : null,
    isSuspended,
    isSentBack: isUsual && !isLate && (elements.steps ?? []).length > 1 && by.happens(OFTEN.sentBack),
    isObjected: ending === 'refused' && (elements.steps ?? []).length > 0 && by.happens(OFTEN.objected),
    isBackfilled,
  };
}
