import type { Module, Role } from '#lib/module.ts';

/** Roles nobody is granted: every active account has the first, and the second over itself alone. */
export const STAFF = 'people.staff';
export const SELF = 'people.self';
/** Neither is this: a citizen or a firm that signed in with a real name has it over what is theirs. */
export const APPLICANT = 'people.applicant';
const IMPLICIT: ReadonlySet<string> = new Set([STAFF, SELF, APPLICANT]);

export type Roles = ReadonlyMap<string, Role>;

/** All roles that can be granted, of all modules. */
export const rolesOf = (modules: readonly Module[]): Roles =>
  new Map(modules.flatMap((module) => Object.entries(module.roles)).filter(([name]) => !IMPLICIT.has(name)));

const declared: { roles: Roles | null } = { roles: null };

/** Tells `grant` which roles there are; `authenticator` does so when the program is tied together. */
export function declareRoles(modules: readonly Module[]): void {
  declared.roles = rolesOf(modules);
}
export function declaredRoles(): Roles {
  if (!declared.roles) throw new Error('roles are not declared: authenticator has not been made');
  return declared.roles;
}
