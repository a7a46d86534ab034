import type { Row } from '#desk/api/program.ts';
import type { RowStatus, Verdict } from '#desk/components/marks.ts';

/** What `GET /api/evaluations/{year}` answers; numbers are decimal strings. */
export interface Place {
  readonly line: number;
  readonly place: string;
  readonly text: string;
}
export interface Finding {
  /** Absent in the audit of a foreign report. */
  readonly id?: string;
  readonly kind: string;
  readonly verdict: Verdict;
  readonly severity: 'major' | 'minor';
  readonly a: string;
  readonly b: string;
  readonly difference: string;
  readonly calc: string;
  readonly touches: string | null;
  readonly where: readonly Place[];
  /** Keys of the figures it is about. */
  readonly figures?: readonly string[];
}
export interface ScoreRow {
  readonly path: string;
  readonly name: string;
  readonly full: string;
  readonly claimed: string;
  readonly recomputed: string | null;
  readonly status: RowStatus;
  readonly because: string;
}
export interface Score {
  readonly full: string;
  readonly claimed: string;
  readonly recomputed: string;
  readonly range: { readonly low: string; readonly high: string };
  readonly grade: {
    readonly claimed: string | null;
    readonly recomputed: string | null;
    readonly scale: string;
  };
  readonly unsupported: { readonly rows: number; readonly points: string; readonly full: string };
  readonly judged: { readonly rows: number; readonly points: string };
  readonly rows: readonly ScoreRow[];
}
export interface Forecast {
  readonly path: string;
  readonly name: string;
  readonly now: string;
  readonly full: string;
  readonly implied: string;
  readonly needs: string;
  readonly gain: string | null;
}
export interface FigureName {
  readonly key: string;
  readonly name: string;
}
export interface Assessment {
  readonly score: Score;
  readonly findings: readonly Finding[];
  readonly forecast: readonly Forecast[];
  readonly missing: readonly { readonly path: string; readonly figures: readonly FigureName[] }[];
  readonly demandReason: readonly string[];
  readonly unscored: readonly string[];
  readonly settings: readonly string[];
}
export interface Figure {
  readonly title: string;
  readonly unit: string;
  readonly value: string | null;
  readonly state: 'given' | 'blank' | 'zero' | 'not-applicable';
  readonly basis: 'measure' | 'imported' | 'typed';
  readonly source: string;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly reading: {
    readonly measure: string;
    readonly version: number;
    readonly basis: string;
    readonly numerator: string;
    readonly denominator: string | null;
    readonly seq: string;
  } | null;
}
export interface Goal {
  readonly group: string;
  readonly order: number;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly figure: string | null;
  readonly targetCounts: string;
  readonly actualCounts: string;
}
export interface SelfScore {
  readonly points: string | null;
  readonly reason: string;
  readonly adapted: {
    readonly name: string;
    readonly note: string;
    readonly approvedBy: string | null;
  } | null;
}
export interface Answer {
  readonly kind: 'corrected' | 'explained' | 'not-applicable';
  readonly text: string;
  readonly by: string;
  readonly at: string;
}
export interface SignOff {
  readonly step: string;
  readonly person: string;
  readonly name: string;
  readonly at: string;
  readonly opinion: string;
}
export interface FormRow {
  readonly path: string;
  readonly name: string;
  readonly weight: string;
  readonly standard: string;
  readonly definition: string;
  readonly isGeneric: boolean;
  readonly remark: string;
  /** Keys of the figures its rule reads, where the server says so. */
  readonly figures?: readonly string[];
}
export interface Form {
  readonly name: string;
  readonly source: string;
  readonly groups: readonly { readonly path: string; readonly weight: string }[];
  readonly rows: readonly FormRow[];
}
type Keyed<T> = Readonly<Record<string, T>>;
export interface Evaluation extends Row {
  readonly organisationName: string;
  readonly year: number;
  readonly units: readonly { readonly key: string; readonly name: string }[];
  readonly figures: Keyed<Figure>;
  readonly goals: Keyed<Goal>;
  readonly narrative: Keyed<string>;
  readonly sheet: Keyed<SelfScore>;
  readonly confirmed: Keyed<boolean>;
  readonly answers: Keyed<Answer>;
  readonly signOffs: readonly SignOff[];
  readonly review: {
    readonly scores: Keyed<{ readonly points: string; readonly reason: string }>;
    readonly total: string;
    readonly opinion: string;
    readonly at: string;
  } | null;
  readonly frozen: {
    readonly at: string;
    readonly by: string;
    readonly digest: string;
    readonly seq: string | null;
    readonly score: {
      readonly claimed: string;
      readonly recomputed: string;
      readonly low: string;
      readonly high: string;
    };
  } | null;
  /** False when the content is no longer what was signed; null while nothing was. */
  readonly isAsSigned: boolean | null;
  readonly evaluators: readonly { readonly office: string; readonly organisation: string }[];
  readonly restatements: readonly unknown[];
  readonly claimedTotal: string | null;
  readonly claimedGrade: string | null;
  readonly statedOn: string | null;
  readonly actions: readonly string[];
  readonly assessment: Assessment;
  readonly form: Form;
}
export const answerKinds = { corrected: '改正', explained: '说明', 'not-applicable': '不适用' } as const;
