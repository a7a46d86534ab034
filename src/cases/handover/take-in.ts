import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { find, fromHeld, holding, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow } from '#calendar/index.ts';
import { item } from '#catalogue/index.ts';
import { maybeOrganisationNamed, organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { takenIn } from '../file/apply.ts';
import { askedPapers } from '../file/asked-papers.ts';
import { caseFile } from '../file/case-file.ts';
import { Answers, Department, ItemCode, PaperNames } from '../file/fields.ts';
import { heldWindows } from '../powers/window.ts';
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

/**
 * 转为办件 — the envelope becomes a case of ours with its applicant and papers, once. From here the case goes its way, and
 * what becomes of it is told to the place that sent it.
 */
export const takeIn = action(handover, {
  name: 'take-in',
  title: '转为办件',
  about: '把签收的交接件转为本地办件，申请人和材料不再重录；受理、决定后自动回执',
  may: { 'cases.liaison': 'toPlace' },
  from: ['received'],
  to: ['received'],
  input: Type.Object({
    item: Type.Optional(ItemCode),
    department: Type.Optional(Department),
    answers: Type.Optional(Answers),
    papers: Type.Optional(PaperNames('随件收到的材料（按本地清单的名称）')),
  }),
  needs: {
    offered: find(item, (asked: Asked) => ({ number: codeOf(asked) })),
    place: placeOf,
    named: maybeOrganisationNamed('department'),
    tree: holding(organisationTree),
    calendar: calendarNow,
    rules: settingNow(caseRules),
    windows: holding(heldWindows),
    who: opened(handover, ({ row }: Asked) => ({ id: row.id })),
  },
  when: (row) => row.isToHere && row.caseId === null,
  decide({ handover: mine, input, who, id, ...given }) {
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
    const row = takenIn({ ...given, input: application });
    const made = create(caseFile, { ...row, id: id(0), state: 'received', handover: mine.id });
    return [{ state: 'received', caseId: id(0), item: row.item }, made];
  },
});
