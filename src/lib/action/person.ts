import type { Id } from '#lib/ids.ts';

/** A role held within a scope: a region code, an organisation's id, or '' for the whole tenant. */
export interface Grant {
  readonly role: string;
  readonly scope: string;
}
/** Who acts. Made by `authenticate`; nothing else may be believed about a caller. */
export interface Person {
  readonly id: Id<'person'>;
  /** Shown beside what they did; a staff name is public in its office. */
  readonly name: string;
  readonly grants: readonly Grant[];
  /** One of the public, signed in: let in only where a role of theirs is named, never where anybody of the staff is. */
  readonly isPublic?: true;
}

/** The clock, the sealer and reactions act as this person; it holds every role. */
export const SYSTEM: Person = {
  id: '00000000-0000-7000-8000-000000000000',
  name: '系统',
  grants: [{ role: '*', scope: '' }],
};

/**
 * What lies within what: regions and organisations in one tree, held in memory.
 * `within('430611', x)` is true when x is 430611 or anything below it.
 */
export interface ScopeTree {
  readonly within: (scope: string, value: string) => boolean;
  /** The scope itself and everything below it, for lists. */
  readonly below: (scope: string) => readonly string[];
  /** Whether the scope is the whole tenant: then rows without a place, or with a foreign one, lie within it too. */
  readonly isWhole: (scope: string) => boolean;
}
/** Without a tree only the same value lies within a scope. */
export const flatScopes: ScopeTree = {
  within: (scope, value) => scope === value,
  below: (scope) => [scope],
  isWhole: (scope) => scope === '',
};
