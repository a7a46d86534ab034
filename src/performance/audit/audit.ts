/** The audit of a document as others read it (JSON of the command line, the page, a query letter). Numbers are decimal strings. */
export type FindingKind =
  | 'sum'
  | 'rate'
  | 'growth'
  | 'integer'
  | 'order'
  | 'equal'
  | 'cross'
  | 'enumeration'
  | 'rule'
  | 'date'
  | 'target'
  | 'missing'
  | 'unit'
  | 'form';

/**
 * `contradiction`: both cannot hold on a plain reading. `rounding`: the last printed digit.
 * `doubtful`: needs a fact that is not in the document. `consistent`: looked at, and it holds.
 */
export type Verdict = 'consistent' | 'contradiction' | 'doubtful' | 'rounding';
export type Severity = 'major' | 'minor';

export interface Place {
  /** 1-based in the extracted text. */
  readonly line: number;
  /** Where that is, for a person: the table's title with row and column, or the section. */
  readonly place: string;
  /** The words themselves, shortened. */
  readonly text: string;
}

export interface Finding {
  readonly kind: FindingKind;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** What is stated; a decimal in the unit it is printed in, or the words when there is no number. */
  readonly a: string;
  /** What stands against it, in the unit of `a`. */
  readonly b: string;
  /** a − b; empty when one of them is no number. */
  readonly difference: string;
  /** The working, in Chinese, with names and units. */
  readonly calc: string;
  /** Path of the score row concerned. */
  readonly touches: string | null;
  readonly where: readonly Place[];
}

export type RowStatus = 'agrees' | 'contradicts' | 'no-figure' | 'judged';
export interface ScoreRow {
  readonly path: string;
  readonly name: string;
  readonly full: string;
  readonly claimed: string;
  /** Null unless the status is agrees or contradicts. */
  readonly recomputed: string | null;
  readonly status: RowStatus;
  /** The working, or what is missing, in Chinese. */
  readonly because: string;
}

export interface ScoreBlock {
  readonly full: string;
  readonly claimed: string;
  /** claimed − what the contradicting rows lose: at most this. */
  readonly recomputed: string;
  readonly range: { readonly low: string; readonly high: string };
  /** `scale` says whose cuts were used. */
  readonly grade: {
    readonly claimed: string | null;
    readonly recomputed: string | null;
    readonly scale: string;
  };
  readonly unsupported: { readonly rows: number; readonly points: string; readonly full: string };
  readonly judged: { readonly rows: number; readonly points: string };
  readonly rows: readonly ScoreRow[];
}

export interface AuditedDocument {
  readonly kind: DocumentKind;
  readonly title: string;
  /** The year it reports on. */
  readonly year: number | null;
  readonly unit: string | null;
}
export type DocumentKind =
  'self-evaluation' | 'disclosure-report' | 'hotline-bulletin' | 'rating-bulletin' | 'other';

export interface Audit {
  readonly document: AuditedDocument;
  /** Null where the document scores nothing. */
  readonly score: ScoreBlock | null;
  readonly findings: readonly Finding[];
}
