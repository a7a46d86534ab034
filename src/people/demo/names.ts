import type { Roles } from '../roles.ts';

const FIXED: Readonly<Record<string, string>> = {
  'people.administrator': 'admin',
  'system.administrator': 'system',
};

/**
 * A short account name per role: the last word of the role (`performance.writer` → `writer`), with the module before it
 * where two roles end alike.
 */
export function demoNames(roles: Roles): ReadonlyMap<string, string> {
  const names = [...roles.keys()];
  const last = (role: string): string => role.slice(role.lastIndexOf('.') + 1);
  const isShared = (role: string): boolean => names.filter((each) => last(each) === last(role)).length > 1;
  return new Map(
    names.map((role) => [role, FIXED[role] ?? (isShared(role) ? role.replaceAll('.', '-') : last(role))]),
  );
}
