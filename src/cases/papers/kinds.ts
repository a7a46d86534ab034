import type { Instant } from '#lib/time.ts';
import type { Paper } from '../file/paper.ts';
import { SPECIAL_PROCEDURES, type Acceptance, type CaseState, type Outcome } from '../words.ts';

/** What a paper asks of a case; the desk, which has no more of it, asks the same. */
export interface Dated {
  readonly state: CaseState;
  readonly isLicence: boolean;
  readonly receivedAt: Instant;
  readonly correctionAskedAt: Instant | null;
  readonly papers: readonly Pick<Paper, 'isMain' | 'state'>[];
  readonly acceptance: Acceptance | null;
  readonly acceptedAt: Instant | null;
  readonly extendedAt: Instant | null;
  readonly legalClock: {
    readonly pauses: readonly { readonly from: Instant; readonly reason: string }[];
  } | null;
  readonly hearing?: { readonly toldAt: Instant; readonly dayToldAt: Instant | null } | null;
  readonly outcome: Outcome | null;
  readonly decidedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly deemedRenewedAt: Instant | null;
  readonly decisionCorrectedAt: Instant | null;
  readonly halt: { readonly what: 'suspend' | 'terminate'; readonly agreedAt: Instant } | null;
}
interface Kind {
  readonly title: string;
  /** Behind the number of the case: each paper has a number of its own. */
  readonly sign: string;
  readonly seal: string;
  /** When the act was done that the paper tells; null while it was not. */
  readonly at: (row: Dated) => Instant | null;
}
const ADMISSION_SEAL = '加盖行政审批受理专用印章';
const BODY_SEAL = '加盖行政机关印章';

const SPECIAL: ReadonlySet<string> = new Set(Object.values(SPECIAL_PROCEDURES));
const isTolerant = ({ acceptance, acceptedAt }: Dated): Instant | null =>
  acceptance === 'tolerant' ? acceptedAt : null;

/** Before the acceptance, because it is signed first: the main papers are in and another lacks. */
function promisedAt(row: Dated): Instant | null {
  if (row.state !== 'received' && row.state !== 'correcting') return isTolerant(row);
  const lacking = row.papers.filter(({ state }) => state === 'missing');
  return lacking.length > 0 && lacking.every(({ isMain }) => !isMain) ? row.receivedAt : null;
}

/** Before the acceptance, because it is signed first, where a paper lacks that a promise might stand for. */
const committedAt = ({ state, papers, acceptance, acceptedAt, receivedAt }: Dated): Instant | null => {
  if (state !== 'received' && state !== 'correcting') return acceptance === 'committed' ? acceptedAt : null;
  return papers.some((each) => each.state === 'missing') ? receivedAt : null;
};

/** 文书 that a case hands out, by the word that stands in the address. */
export const KINDS = {
  receipt: {
    title: '收件凭证',
    sign: '收',
    seal: ADMISSION_SEAL,
    // From afar too: the days of the one notice run from the moment the papers came, seen by somebody or not.
    at: (row) => row.receivedAt,
  },
  correction: {
    title: '一次性告知书',
    sign: '告',
    seal: ADMISSION_SEAL,
    at: (row) => row.correctionAskedAt,
  },
  acceptance: { title: '受理通知书', sign: '受', seal: ADMISSION_SEAL, at: (row) => row.acceptedAt },
  'tolerance-promise': { title: '容缺受理承诺书', sign: '容诺', seal: '申请人签名或者盖章', at: promisedAt },
  'commitment-promise': {
    title: '告知承诺书',
    sign: '承',
    seal: '申请人签名或者盖章',
    at: committedAt,
  },
  'tolerance-notice': { title: '容缺受理告知书', sign: '容告', seal: ADMISSION_SEAL, at: isTolerant },
  extension: { title: '延长审批期限告知书', sign: '延', seal: BODY_SEAL, at: (row) => row.extendedAt },
  'special-procedure': {
    title: '特别程序所需时间告知书',
    sign: '特',
    seal: BODY_SEAL,
    at: (row) => row.legalClock?.pauses.findLast(({ reason }) => SPECIAL.has(reason))?.from ?? null,
  },
  'hearing-right': {
    title: '听证权利告知书',
    sign: '听告',
    seal: BODY_SEAL,
    at: (row) => row.hearing?.toldAt ?? null,
  },
  'hearing-notice': {
    title: '听证通知书',
    sign: '听通',
    seal: BODY_SEAL,
    at: (row) => row.hearing?.dayToldAt ?? null,
  },
  decline: {
    title: '不予受理通知书',
    sign: '不受',
    seal: ADMISSION_SEAL,
    at: (row) => (row.outcome === 'declined' ? row.endedAt : null),
  },
  grant: {
    title: '准予行政许可决定书',
    sign: '准',
    seal: BODY_SEAL,
    at: (row) => (row.outcome === 'granted' && row.deemedRenewedAt === null ? row.decidedAt : null),
  },
  /** Nobody decided: the law did. */
  'deemed-renewal': {
    title: '视为准予行政许可延续告知书',
    sign: '续',
    seal: BODY_SEAL,
    at: (row) => row.deemedRenewedAt,
  },
  refusal: {
    title: '不予行政许可决定书',
    sign: '不准',
    seal: BODY_SEAL,
    at: (row) => (row.outcome === 'refused' ? row.decidedAt : null),
  },
  'decision-correction': {
    title: '行政许可决定更正书',
    sign: '更',
    seal: BODY_SEAL,
    at: (row) => row.decisionCorrectedAt,
  },
  suspension: {
    title: '中止办理通知书',
    sign: '中',
    seal: BODY_SEAL,
    at: (row) => (row.halt?.what === 'suspend' ? row.halt.agreedAt : null),
  },
  termination: {
    title: '终止办理通知书',
    sign: '终',
    seal: BODY_SEAL,
    at: (row) => (row.state === 'terminated' ? row.endedAt : null),
  },
  revocation: {
    title: '撤销行政许可决定书',
    sign: '撤',
    seal: BODY_SEAL,
    at: (row) => (row.state === 'revoked' ? row.revokedAt : null),
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type PaperKind = keyof typeof KINDS;
export const isPaperKind = (name: string): name is PaperKind => Object.hasOwn(KINDS, name);

/** Other types than a licence are decided too: their paper does not call itself one. */
export const titleOf = (kind: PaperKind, { isLicence }: Pick<Dated, 'isLicence'>): string =>
  isLicence ? KINDS[kind].title : KINDS[kind].title.replace('行政许可', '');
