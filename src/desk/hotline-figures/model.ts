/** What `GET /api/hotline/bulletin` answers. */
export interface BulletinCell {
  readonly text: string;
  readonly numerator: string;
  readonly denominator: string | null;
  /** Address of the orders behind it. */
  readonly records: string;
}
export type Composite =
  | {
      readonly value: string;
      readonly grade: string | null;
      readonly because: string;
      readonly ungraded?: string;
    }
  | { readonly missing: readonly string[] }
  | { readonly notYet: string };
export interface BulletinLine {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly BulletinCell[];
  readonly composite: Composite;
}
export interface BulletinColumn {
  readonly name: string;
  readonly title: string;
  readonly basis: string;
  readonly version: number;
  readonly kind: 'count' | 'sum' | 'rate';
}
export interface BulletinTable {
  readonly by: string;
  readonly title: string;
  readonly lines: readonly BulletinLine[];
}
export interface Bulletin {
  /** Whose part it is; null when it is the whole. */
  readonly share: string | null;
  readonly period: {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    /** The day up to which it was counted while it is not over. */
    readonly asOf: string | null;
  };
  readonly columns: readonly BulletinColumn[];
  readonly total: BulletinLine;
  readonly tables: readonly BulletinTable[];
  readonly compositeRules: { readonly isExample: boolean };
}

/** The desk's page for an address of orders: the same question, another path. */
export const recordsPage = (address: string): string =>
  `/hotline/bulletin/records?${new URL(address, 'http://desk').searchParams.toString()}`;
/** How a composite value is shown in a table. */
export function shownComposite(composite: Composite): string {
  if ('notYet' in composite) return composite.notYet;
  return 'missing' in composite
    ? `缺少${composite.missing.join('、')}`
    : `${composite.value}　${composite.grade ?? composite.ungraded}`;
}
