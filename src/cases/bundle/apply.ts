import { Type, type Static } from 'typebox';
import { birth, create, type Write } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { applicantColumns } from '../file/applicant.ts';
import { ApplicationFields } from '../file/application-fields.ts';
import { applicationNeeds, takenIn, windowNeeds, type Offered } from '../file/apply.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import type { Attachment } from '#documents/index.ts';
import { resultOf } from '../file/result.ts';
import { heldBy, sameApplicant } from '../file/granted-before.ts';
import { levelOf } from '../file/place.ts';
import { refuseStray } from '../file/so-booked.ts';
import { folded, type Held, type WindowType } from '#catalogue/index.ts';
import type { Channel } from '../words.ts';
import { bundle, type Part } from './bundle.ts';
import { handedIn } from './handed-in.ts';
import { evidenceFiles, withOwnCopies } from './own-copies.ts';
import { evidenceOf, HeldField, withEvidence, type Evidence } from './evidence.ts';
import { bundlePapers, onBehalf, resultKey, type BundlePart } from './papers.ts';
import { questionsOf } from './questions.ts';
import { bundleLimits, savedBy } from './saved.ts';
import { theme, type Theme } from './theme.ts';
import { themeItems, type ThemeItems } from './theme-items.ts';

const { place, channel, windowType, window, applicant, agentName, matter, answers, papers } =
  ApplicationFields.properties;
export const BundleFields = Type.Object({
  theme: Type.String({ title: '一件事主题', format: 'uuid', ref: 'theme' }),
  place,
  channel,
  windowType,
  window,
  applicant,
  agentName,
  matter,
  answers,
  papers,
  held: Type.Optional(HeldField),
  isTogether: Type.Optional(Type.Boolean({ title: '一并送达（不选为逐件送达）' })),
});
type Asked = { readonly input: { readonly theme: string } };
const { place: standing, tree, calendar, rules } = applicationNeeds;
export const bundleNeeds = {
  place: standing,
  tree,
  calendar,
  rules,
  ...windowNeeds,
  ...sameApplicant,
  asked: find(theme, ({ input }: Asked) => ({ id: input.theme })),
  items: holding(themeItems),
};
type TakenIn = Parameters<typeof takenIn>[0];
type BundleApplication = Pick<
  TakenIn,
  | 'place'
  | 'tree'
  | 'calendar'
  | 'rules'
  | 'windows'
  | 'trainings'
  | 'training'
  | 'bars'
  | 'firmBars'
  | 'by'
  | 'now'
> & {
  readonly input: Omit<Static<typeof BundleFields>, 'channel'> & { readonly channel?: Channel };
  readonly asked: Theme | null;
  readonly items: ThemeItems;
  /** What the office gave this applicant itself. */
  readonly granted?: Held;
  /** The cases of the same applicant: what was handed in with them. */
  readonly own?: readonly CaseFile[];
  /** The files of the cases named in `held`. */
  readonly evidenceFiles?: readonly Attachment[];
  readonly id: (n: number) => string;
};

/** The theme, when it can be applied for today, with all its items. Refuses otherwise. */
function getTheme(asked: Theme | null, items: ThemeItems): Theme {
  if (asked?.state !== 'published') return refuse('cases.no-theme');
  const short = asked.items.filter(({ code }) => items.get(code)?.state !== 'published');
  if (short.length > 0)
    refuse('cases.theme-short', { theme: asked.name, codes: short.map(({ code }) => code).join('、') });
  return asked;
}

const fromAfar = new Set<string | undefined>(['online', 'post', 'terminal']);
/** The state in which the papers of a case lie before anybody looked: of one that need not wait. */
export const inboxOf = (way: string | undefined) => (fromAfar.has(way) ? 'applied' : 'received');

interface Planned {
  readonly isJoint: boolean;
  readonly parts: readonly BundlePart[];
  readonly evidence: readonly Evidence[];
}
/** The cases of a bundle, one for each part. A part that needs the result of another waits, and no clock of it runs. */
function casesOf(given: BundleApplication, { isJoint, parts, evidence }: Planned) {
  const { input, items, granted, id } = given;
  const { theme: _, held: __, isTogether, ...said } = input;
  const handed = (part: BundlePart): readonly string[] =>
    part.papers.flatMap(({ name }) =>
      input.papers?.some((each) => folded(each) === folded(name)) === true ? [name] : [],
    );
  const materials = evidence.map(({ paper }) => paper);
  return parts.map((part, n) => {
    const known = items.get(part.code)!;
    const offered: Offered = { ...known, elements: part.elements };
    const underway = part.waitsFor.map(({ code }) => resultKey(items.get(code)!));
    const row = takenIn({
      ...given,
      named: null,
      offered,
      held: { ...granted, materials, underway },
      input: { ...said, item: part.code, answers: { ...part.answers }, papers: [...handed(part)] },
    });
    const isWaiting = part.waitsFor.length > 0;
    const state = isWaiting ? 'waiting' : inboxOf(input.channel);
    return {
      ...row,
      id: id(n + 1),
      state,
      papers: withEvidence(row.papers, evidence),
      receivedBy: state === 'received' ? row.receivedBy : null,
      tellByAt: isWaiting ? null : row.tellByAt,
      bundle: id(0),
      isJoint: isJoint && row.isLicence ? true : null,
      waitsFor: isWaiting ? part.waitsFor : null,
      awaitsOthers: isTogether === true ? true : null,
    } as const;
  });
}

/** Who applies, where and how, as the bundle keeps it. */
const whoApplies = ({ input, place: at }: BundleApplication, windowType: WindowType | null) => ({
  place: at.code,
  level: levelOf(at),
  channel: input.channel ?? 'window',
  windowType,
  windowId: input.window ?? null,
  isOnBehalf: input.agentName === undefined ? null : true,
  agentName: input.agentName === undefined ? null : { plain: input.agentName.trim() },
  ...applicantColumns(input.applicant),
});

/** The bundle and its cases, in one act. Refuses papers that no item asks for, and an item without a limit. Pure. */
export function bundleOf(given: BundleApplication) {
  const { input, items, calendar: days, rules: held, now, id } = given;
  const mine = getTheme(given.asked, items);
  refuseStray(input.answers ?? {}, questionsOf(mine, items));
  const evidence = evidenceOf(input.held ?? [], {
    own: given.own ?? [],
    editions: mine.items.flatMap(({ code }) => items.get(code) ?? []),
  });
  const having = { ...given.granted, materials: evidence.map(({ paper }) => paper) };
  const own = bundlePapers(mine, items, input.answers ?? {}, having);
  const plan = input.agentName === undefined ? own : onBehalf(own);
  const counting = { calendar: days, rules: held, now };
  const whole =
    bundleLimits(
      plan.parts.map(({ elements }) => elements),
      mine.isJoint,
      counting,
    ) ?? refuse('cases.no-limit', { item: mine.name });
  const { cases, copies } = withOwnCopies(
    casesOf(given, { isJoint: mine.isJoint, parts: plan.parts, evidence }),
    { files: given.evidenceFiles ?? [], id },
  );
  const row = {
    id: id(0),
    state: 'open',
    theme: mine.id,
    themeName: mine.name,
    ...whoApplies(given, cases[0]?.windowType ?? null),
    answers: input.answers ?? null,
    parts: plan.parts.map(({ code, name, stage, waitsFor, elements }, n): Part => ({
      code,
      name,
      stage,
      waitsFor,
      caseId: id(n + 1),
      result: resultOf(elements),
    })),
    papers: withEvidence(
      handedIn(plan.papers, input.papers ?? [], now),
      // Its file lies with the cases.
      evidence.map((each) => ({ ...each, document: null })),
    ),
    isJoint: mine.isJoint,
    isTogether: input.isTogether === true,
    ...whole,
    appliedAt: now,
    cases: plan.parts.length,
    openCases: plan.parts.length,
    ungranted: 0,
    ...savedBy(own, { isJoint: mine.isJoint, whole, editions: items, held: having, counting }),
  } as const;
  return [row, ...cases.map((each): Write => create(caseFile, each)), ...copies] as const;
}

/**
 * 申请一件事 — all cases of it in one act: the applicant says who he is once, answers each question once and hands in each
 * paper once. At a counter the papers are received with it; from afar they wait for somebody to look.
 */
export const applyForBundle = birth(bundle, {
  name: 'apply',
  title: '申请一件事',
  about: '一次申请、一套材料，同时登记所含各事项的办件；前序结果由系统转送',
  may: { 'cases.clerk': 'place' },
  to: ['open'],
  input: BundleFields,
  needs: { ...bundleNeeds, evidenceFiles },
  decide(given) {
    return bundleOf({ ...given, granted: heldBy(given), own: [...given.byDocument, ...given.byCode] });
  },
});
