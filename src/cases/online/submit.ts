import { Type } from 'typebox';
import { applicant, mandate, type Applicant } from '#applicants/index.ts';
import { item, type Elements } from '#catalogue/index.ts';
import { calendarNow } from '#calendar/index.ts';
import { attachment, type Attachment } from '#documents/index.ts';
import { action, change, create } from '#lib/action/action.ts';
import { find, holding, opened, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { organisationTree, type OrganisationTree, type RegionNode } from '#organisations/index.ts';
import { APPLICANT } from '#people/index.ts';
import { settingNow } from '#settings/index.ts';
import { getOffered, takenIn } from '../file/apply.ts';
import { caseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';
import { caseRules } from '../rules.ts';
import { refuseUncovered } from './acting-for.ts';
import { askedOnline } from './asked-online.ts';
import { caseDraft, type CaseDraft } from './case-draft.ts';
import { heldResults } from './held-results.ts';

type Asked = { readonly row: CaseDraft };
const whose = ({ row }: Asked) => ({ id: row.principal ?? row.applicant! }); // Who may send it has begun it.
const agent = ({ row }: Asked) => ({ id: row.applicant! });
type Told = Readonly<Record<string, string | null | undefined>>;

/** The applicant as a case takes them down, from their own record. */
function columnsOf(record: Applicant, told: Told, phone: string) {
  const isFirm = record.kind === 'firm';
  const identity = told['identity'] ?? null;
  return {
    applicant: record.id,
    applicantKind: record.kind,
    applicantName: { plain: isFirm ? record.firmName! : told['name']! },
    applicantId: isFirm || identity === null ? null : { plain: identity },
    creditCode: record.creditCode,
    phone: { plain: phone },
  } as const;
}

interface Checking {
  readonly draft: CaseDraft;
  readonly elements: Elements;
  readonly own: Parameters<typeof heldResults>[0];
  readonly now: Instant;
}
/** Everything that must be there before it is sent; refuses with what is not. */
function complete({ draft, elements, own, now }: Checking) {
  const held = heldResults(own, dayOf(now));
  const asking = askedOnline({ elements, held, ...draft });
  if (asking.open.length > 0) refuse('cases.online-questions', { names: asking.open.join('、') });
  if (asking.lacking.length > 0) refuse('cases.online-papers', { names: asking.lacking.join('、') });
  return { ...asking, held };
}

const PROMISED = '申请人在网上选择告知承诺，已阅读承诺书全文';
type Completed = ReturnType<typeof complete>;
/** The papers of the case, with the files that were uploaded for each; a promised one waits for the office to accept it. */
function withFiles(papers: readonly Paper[], asking: Completed): readonly Paper[] {
  const byName = new Map(asking.papers.map((each) => [each.name, each]));
  return papers.map((paper) => {
    const asked = byName.get(paper.name);
    if (asked?.standing === 'promised') return { ...paper, because: PROMISED };
    return { ...paper, document: asked?.files[0] ?? null };
  });
}

/** What is handled from afar is handled where the catalogue stands. */
const placeOf = (tree: OrganisationTree, code: string): RegionNode =>
  tree.regions.get(code) ?? tree.root ?? refuse('organisations.no-region');

const moved = (files: readonly Attachment[], to: string) =>
  files
    .filter(({ state }) => state === 'kept')
    .map((file) => change(attachment, file, { subjectNoun: caseFile.name, subject: to }));

/** What a counter would have been told. */
const inputOf = ({ itemCode, place }: CaseDraft, asking: Completed, name: string) => ({
  item: itemCode,
  place,
  channel: 'online' as const,
  applicant: { kind: 'person' as const, name },
  answers: asking.answers,
  papers: asking.papers.filter(({ standing }) => standing === 'here').map((each) => each.name),
});
const PHONE = { path: 'phone', message: '请填写' };

/**
 * 提交 — the draft becomes a case, once: a second sending finds it sent. The papers count from now; the clock of the
 * one notice runs (行政许可法 32), somebody of the office looks, and receives them or says what is missing.
 */
export const submitDraft = action(caseDraft, {
  name: 'submit',
  title: '提交申请',
  about: '提交后成为办件并取得编号；同一份草稿只能提交一次',
  may: { [APPLICANT]: 'applicant' },
  from: ['open'],
  to: ['submitted'],
  when: ({ expiresOn }, now) => dayOf(now) <= expiresOn,
  input: Type.Object({}),
  needs: {
    found: find(item, ({ row }: Asked) => ({ id: row.item })),
    record: find(applicant, whose),
    told: opened(applicant, whose),
    agentRecord: find(applicant, agent),
    agentTold: opened(applicant, agent),
    said: opened(caseDraft, ({ row }: Asked) => ({ id: row.id })),
    given: find(mandate, ({ row }: Asked) => ({ id: row.mandate! })), // Null finds nothing.
    own: rows(caseFile, ({ row }: Asked) => ({ applicant: whose({ row }).id })),
    files: rows(attachment, ({ row }: Asked) => ({ subject: row.id })),
    tree: holding(organisationTree),
    calendar: calendarNow,
    rules: settingNow(caseRules),
  },
  decide(given) {
    const { draft, found, record, told, agentRecord, agentTold, said, own, files, tree, by, now } = given;
    const offered = getOffered(found, draft.itemCode);
    const isForAnother = draft.principal !== null;
    if (isForAnother) refuseUncovered(given.given, { agent: by.id, item: offered.number, act: 'apply', now });
    const asking = complete({ draft, elements: offered.elements, own, now });
    const self = agentTold[0]!;
    const phone = said[0]!.phone ?? self.phone ?? refuse('cases.online-phone', {}, { fields: [PHONE] });
    const applying = columnsOf(record!, told[0]!, phone);
    const input = inputOf(draft, asking, applying.applicantName.plain);
    const { calendar, rules } = given;
    const place = placeOf(tree, draft.place);
    const row = takenIn({
      input,
      offered,
      place,
      named: null,
      held: asking.held,
      tree,
      calendar,
      rules,
      by,
      now,
    });
    const id = given.id(0);
    return [
      { state: 'submitted', caseFile: id, phone: null },
      create(caseFile, {
        ...row,
        ...applying,
        id,
        state: 'applied',
        receivedBy: null,
        matter: draft.matter,
        mandate: draft.mandate,
        isOnBehalf: isForAnother ? true : null,
        agentName: isForAnother ? { plain: agentRecord!.firmName ?? self.name! } : null,
        papers: withFiles(row.papers, asking),
      }),
      ...moved(files, id),
    ];
  },
});
