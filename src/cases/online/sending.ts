import { Type } from 'typebox';
import { applicant, mandate, type Applicant, type Mandate } from '#applicants/index.ts';
import { calendarNow } from '#calendar/index.ts';
import { attachment, type Attachment } from '#documents/index.ts';
import { change, type Write } from '#lib/action/action.ts';
import { alikeTo, find, holding, opened, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { organisationTree, type OrganisationTree, type RegionNode } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { applicationBar } from '../bar/application-bar.ts';
import { windowNeeds } from '../file/apply.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import type { Speaker } from '../file/matter.ts';
import { renewalRules } from '../renewal/rules.ts';
import { caseRules } from '../rules.ts';
import { refuseUncovered } from './acting-for.ts';
import { caseDraft, type CaseDraft, type DraftFile } from './case-draft.ts';
import { namesByPaper } from './file-names.ts';

export type Sent = { readonly row: CaseDraft };
const whose = ({ row }: Sent) => ({ id: row.principal ?? row.applicant! }); // Who may send it has begun it.
const agent = ({ row }: Sent) => ({ id: row.applicant! });

/** Who applies and who acts for them, as their own records and the draft have it. */
export const speaking = {
  record: find(applicant, whose),
  told: opened(applicant, whose),
  agentRecord: find(applicant, agent),
  agentTold: opened(applicant, agent),
  said: opened(caseDraft, ({ row }: Sent) => ({ id: row.id })),
};
/** What the sending of any draft must have on the table: who applies, who acts for them, the files, days. */
export const sending = {
  ...speaking,
  given: find(mandate, ({ row }: Sent) => ({ id: row.mandate! })), // Null finds nothing.
  own: rows(caseFile, ({ row }: Sent) => ({ applicant: whose({ row }).id })),
  /** Of the same document number, whether or not by this account. */
  sameDocument: alikeTo([caseFile, 'applicantId'], [applicant, 'identity'], whose),
  sameCode: alikeTo([caseFile, 'creditCode'], [applicant, 'creditCode'], whose),
  bars: alikeTo([applicationBar, 'identity'], [applicant, 'identity'], whose),
  firmBars: alikeTo([applicationBar, 'creditCode'], [applicant, 'creditCode'], whose),
  files: rows(attachment, ({ row }: Sent) => ({ subject: row.id })),
  tree: holding(organisationTree),
  calendar: calendarNow,
  rules: settingNow(caseRules),
  renewals: settingNow(renewalRules),
  ...windowNeeds,
};

type Told = Readonly<Record<string, string | null | undefined>>;
interface Speaking {
  readonly draft: CaseDraft;
  readonly record: Applicant | null;
  readonly told: readonly Told[];
  readonly agentRecord: Applicant | null;
  readonly agentTold: readonly Told[];
  readonly said: readonly Told[];
}
interface Sending extends Speaking {
  readonly given: Mandate | null;
  readonly by: { readonly id: string };
  readonly now: Instant;
}
const PHONE = { path: 'phone', message: '请填写' };

const sealed = (text: string | null | undefined) => (text ? { plain: text } : null);
/** Who speaks in a draft of their own, before it is sent: nothing need be complete. */
export function speakerOf({ draft, record, told, agentRecord, agentTold, said }: Speaking): Speaker {
  const isForAnother = draft.principal !== null;
  return {
    applicantKind: record?.kind ?? null,
    applicantName: sealed(told[0]?.['name']),
    phone: sealed(said[0]?.['phone'] ?? agentTold[0]?.['phone']),
    agentName: isForAnother && !agentRecord?.firmName ? sealed(agentTold[0]?.['name']) : null,
  };
}

/** Who applies, as a case takes them down from their own record, and who applies for them. Refuses without a phone. */
export function applying({ draft, record, told, agentRecord, agentTold, said }: Sending) {
  const whole = record!; // A draft is begun by somebody who is registered.
  const [own, self] = [told[0]!, agentTold[0]!];
  const isFirm = whole.kind === 'firm';
  const identity = own['identity'] ?? null;
  const isForAnother = draft.principal !== null;
  const phone = said[0]!['phone'] ?? self['phone'] ?? refuse('cases.online-phone', {}, { fields: [PHONE] });
  return {
    applicant: whole.id,
    applicantKind: whole.kind,
    applicantName: { plain: isFirm ? whole.firmName! : own['name']! },
    applicantId: isFirm || identity === null ? null : { plain: identity },
    creditCode: whole.creditCode,
    phone: { plain: phone },
    mandate: draft.mandate,
    isOnBehalf: isForAnother ? true : null,
    agentName: isForAnother ? { plain: agentRecord!.firmName ?? self['name']! } : null,
  } as const;
}

/** Refuses an agent whose mandate does not cover applying for each of these items today. */
export function refuseAgent({ draft, given, by, now }: Sending, items: readonly string[]): void {
  if (draft.principal === null) return;
  for (const item of items) refuseUncovered(given, { agent: by.id, item, act: 'apply', now });
}

/** Signed in the act of sending: what then lacks is known to both sides. */
export const SIGNS_TOLERANCE = {
  signsTolerance: Type.Optional(Type.Boolean({ title: '已阅读容缺受理承诺书，现予签署' })),
};
interface Unsigning extends Sending {
  readonly input: { readonly signsTolerance?: boolean };
}
/** Refuses an agent who signs without a mandate to sign for each of these items today. */
export function refuseUnsigning({ draft, given, input, by, now }: Unsigning, items: readonly string[]): void {
  if (draft.principal === null || !(draft.isCommitted || input.signsTolerance === true)) return;
  for (const item of items) refuseUncovered(given, { agent: by.id, item, act: 'sign', now });
}

/** What is handled from afar is handled where the catalogue stands. */
export const placeOf = (tree: OrganisationTree, code: string): RegionNode =>
  tree.regions.get(code) ?? tree.root ?? refuse('organisations.no-region');

interface Moving {
  readonly files: readonly Attachment[];
  readonly drafted: readonly DraftFile[];
}
/** The files belong to the case now, under the names of their papers: whoever sees that may read them. */
export function moved({ files, drafted }: Moving, to: (id: string) => string): readonly Write[] {
  const names = namesByPaper(files, drafted);
  return files
    .filter(({ state }) => state === 'kept')
    .map((file) =>
      change(attachment, file, {
        subjectNoun: caseFile.name,
        subject: to(file.id),
        name: names.get(file.id) ?? file.name,
      }),
    );
}

interface Own {
  readonly own: readonly CaseFile[];
  readonly sameDocument: readonly CaseFile[];
  readonly sameCode: readonly CaseFile[];
}
/** Whatever the office decided of this applicant: of the account, and of the same document number. */
export const ownCases = ({ own, sameDocument, sameCode }: Own): readonly CaseFile[] => [
  ...own,
  ...sameDocument,
  ...sameCode,
];
