import type { Instant } from '#lib/time.ts';
import type { CaseState, Outcome } from '../words.ts';

/** What a paper asks of a case; the desk, which has no more of it, asks the same. */
export interface Dated {
  readonly state: CaseState;
  readonly isLicence: boolean;
  readonly receivedAt: Instant;
  readonly correctionAskedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly decidedAt: Instant | null;
  readonly endedAt: Instant | null;
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
    at: (row) => (row.outcome === 'granted' ? row.decidedAt : null),
  },
  refusal: {
    title: '不予行政许可决定书',
    sign: '不准',
    seal: BODY_SEAL,
    at: (row) => (row.outcome === 'refused' ? row.decidedAt : null),
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type PaperKind = keyof typeof KINDS;
export const isPaperKind = (name: string): name is PaperKind => Object.hasOwn(KINDS, name);

/** Other types than a licence are decided too: their paper does not call itself one. */
export const titleOf = (kind: PaperKind, { isLicence }: Pick<Dated, 'isLicence'>): string =>
  isLicence ? KINDS[kind].title : KINDS[kind].title.replace('行政许可', '');
