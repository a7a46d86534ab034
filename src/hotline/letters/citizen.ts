import type { Person } from '#lib/action/person.ts';

/** Declared by no module, so nobody can be granted it: the public pages alone act with it. */
const ROLE = 'hotline.citizen';
export const BY_CITIZEN = { [ROLE]: 'anyone' } as const;

/** 公众 — whoever writes, rates or takes back a letter without an account. Which letter is theirs the pages have asked. */
export const CITIZEN: Person = {
  id: '00000000-0000-7000-8000-000000000001',
  name: '公众',
  grants: [{ role: ROLE, scope: '' }],
};
