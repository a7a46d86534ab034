import type { Schema } from '#desk/form/schema.ts';

/** The program's description of itself (`GET /api/program`): what lists, forms and buttons are drawn from. */
export interface ColumnShown {
  readonly title: string;
  readonly type: 'uuid' | 'text' | 'integer' | 'bigint' | 'boolean' | 'timestamptz' | 'date' | 'jsonb';
  readonly keeping: 'plain' | 'prose' | 'personal';
}
export interface NounShown {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly states: Readonly<Record<string, string>>;
  readonly filters: readonly string[];
  readonly isSearchable: boolean;
  /** False where files belong on the record it hangs on. */
  readonly holdsFiles: boolean;
  readonly columns: Readonly<Record<string, ColumnShown>>;
}
export interface ActionShown {
  readonly noun: string;
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Null for an action that brings a row into being. */
  readonly from: readonly string[] | null;
  readonly to: readonly string[];
  readonly path: string;
  readonly input: Schema;
}
export interface RoleShown {
  readonly title: string;
  readonly scope: 'region' | 'organisation' | 'tenant';
}
export interface Program {
  readonly modules: readonly { readonly name: string; readonly title: string }[];
  readonly nouns: readonly NounShown[];
  readonly actions: readonly ActionShown[];
  readonly roles: Readonly<Record<string, RoleShown>>;
}

/** A record as the API gives it. */
export interface Row {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly actions?: readonly string[];
  readonly timeline?: readonly TimelineLine[];
  readonly [column: string]: unknown;
}
export interface TimelineLine {
  readonly seq: string;
  readonly at: string;
  /** The record it was done to. */
  readonly subject: string;
  readonly action: string;
  readonly title: string;
  readonly person: string;
  readonly details: Readonly<Record<string, unknown>>;
}
export interface Listed<T = Row> {
  readonly items: readonly T[];
  readonly next: string | null;
}
