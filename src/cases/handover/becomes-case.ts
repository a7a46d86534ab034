import { Type, type Static } from 'typebox';
import { create } from '#lib/action/action.ts';
import { alikeTo, find, fromHeld, holding, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { item } from '#catalogue/index.ts';
import { maybeOrganisationNamed, organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { applicationBar } from '../bar/application-bar.ts';
import { takenIn, windowNeeds } from '../file/apply.ts';
import { askedPapers } from '../file/asked-papers.ts';
import { caseFile } from '../file/case-file.ts';
import { Answers, Department, ItemCode, PaperNames } from '../file/fields.ts';
import { caseRules } from '../rules.ts';
import { handover, type Handover } from './handover.ts';

type Asked = {
  readonly row: Pick<Handover, 'id' | 'itemCode' | 'fromPlace' | 'toPlace' | 'isFromHere'>;
  readonly input: { readonly item?: string | undefined };
};
const codeOf = ({ row, input }: Asked): string => (input.item ?? row.itemCode ?? '').trim();
/** Where the applicant stood, when that is one of our counters; else the place that decides. */
const placeOf = fromHeld(organisationTree, (tree, { row }: Asked) => {
  const code = row.isFromHere ? row.fromPlace : row.toPlace;
  return tree.regions.get(code) ?? refuse('organisations.no-region');
});

export const TakeIn = Type.Object({
  item: Type.Optional(ItemCode),
  department: Type.Optional(Department),
  answers: Type.Optional(Answers),
  papers: Type.Optional(PaperNames('随件收到的材料（按本地清单的名称）')),
});
export const takeInNeeds = {
  offered: find(item, (asked: Asked) => ({ number: codeOf(asked) })),
  place: placeOf,
  named: maybeOrganisationNamed('department'),
  tree: holding(organisationTree),
  calendar: calendarNow,
  rules: settingNow(caseRules),
  ...windowNeeds,
  bars: alikeTo([applicationBar, 'identity'], [handover, 'applicantId'], ({ row }: Asked) => ({
    id: row.id,
  })),
  firmBars: alikeTo([applicationBar, 'creditCode'], [handover, 'creditCode'], ({ row }: Asked) => ({
    id: row.id,
  })),
  who: opened(handover, ({ row }: Asked) => ({ id: row.id })),
};
type TakingIn = Omit<Parameters<typeof takenIn>[0], 'input' | 'hadAt' | 'held'> & {
  readonly handover: Handover;
  readonly input: Static<typeof TakeIn>;
  readonly who: readonly Readonly<
    Partial<Record<'applicantName' | 'applicantId' | 'phone', string | null>>
  >[];
  readonly id: (n: number) => string;
};

/**
 * The day from which the five days of the one notice run: a counter of ours took the papers, or our side signed for them
 * (行政许可法 32). Turning them into a case later does not move it. Pure.
 */
export const hadAt = ({
  isFromHere,
  sentAt,
  receivedAt,
}: Pick<Handover, 'isFromHere' | 'sentAt' | 'receivedAt'>): Instant =>
  isFromHere ? sentAt : (receivedAt ?? sentAt);

/** The case that an envelope becomes. */
export function becomesCase({ handover: mine, input, who, id, ...given }: TakingIn) {
  const { offered, place } = given;
  const listed = new Set(
    offered ? askedPapers(offered.elements, input.answers ?? {}).map(({ name }) => name) : [],
  );
  const named = input.papers ?? mine.papers.map(({ name }) => name).filter((name) => listed.has(name));
  const [clear] = who;
  const applicant = {
    kind: mine.applicantKind,
    name: clear?.applicantName ?? '',
    ...(clear?.applicantId ? { idNumber: clear.applicantId } : {}),
    ...(mine.creditCode === null ? {} : { creditCode: mine.creditCode }),
    ...(clear?.phone ? { phone: clear.phone } : {}),
  };
  const application = {
    item: codeOf({ row: mine, input }),
    place: place.code,
    channel: 'handover' as const,
    applicant,
    papers: [...named],
    ...(input.answers ? { answers: input.answers } : {}),
  };
  const row = takenIn({ ...given, input: application, hadAt: hadAt(mine) });
  return {
    became: { state: 'received', caseId: id(0), item: row.item },
    made: create(caseFile, { ...row, id: id(0), state: 'received', handover: mine.id }),
  } as const;
}
