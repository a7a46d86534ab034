import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { permit, sight } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { buildTree, type OrganisationNode, type RegionNode } from './tree.ts';

const region = (code: string, parent: string | null, successor: string | null = null): RegionNode => ({
  code,
  name: `区划${code}`,
  kind: 'town',
  parent,
  successor,
  isActive: successor === null,
});
const office = (id: string, at: string, more: Partial<OrganisationNode> = {}): OrganisationNode => ({
  id,
  number: id,
  name: `单位${id}`,
  shortName: id,
  formerNames: [],
  kind: 'department',
  region: at,
  parent: null,
  successor: null,
  remit: [],
  isActive: true,
  ...more,
});

const tree = buildTree(
  [
    region('430611', null),
    region('430611001', '430611'),
    region('430611101', '430611'),
    region('430611102', '430611', '430611101'),
    region('430611101200', '430611101'),
  ],
  [
    office('bureau', '430611'),
    office('section', '430611', { parent: 'bureau' }),
    office('centre', '430611101', { parent: 'bureau' }),
    office('gone', '430611', { successor: 'bureau', isActive: false }),
  ],
);

test.each([
  ['430611', '430611101200', true], // district over village
  ['430611101', '430611101200', true],
  ['430611001', '430611101200', false], // the neighbour's village
  ['430611101200', '430611101', false], // not upward
  ['430611', 'section', true],
  ['bureau', 'section', true],
  ['430611101', 'centre', true], // it lies in its town …
  ['bureau', 'centre', true], // … and below its bureau
  ['430611001', 'centre', false],
  ['bureau', 'gone', true], // the successor sees what was merged into it
  ['430611101', '430611102', true], // the same for a division
  ['bureau', '430611', false],
  ['x', 'x', true], // a person's id lies within itself
  ['x', 'section', false],
])('within(%s, %s) is %s', (scope, value, isWithin) => {
  expect(tree.within(scope, value)).toBe(isWithin);
});

test('the root stands for the whole tenant, and scopes have names', () => {
  expect([tree.root?.code, tree.isWhole('430611'), tree.isWhole(''), tree.isWhole('430611001')]).toEqual([
    '430611',
    true,
    true,
    false,
  ]);
  expect([tree.nameOf(''), tree.nameOf('bureau'), tree.nameOf('nobody')]).toEqual([
    '全部',
    '单位bureau',
    'nobody',
  ]);
});

test('a circle, which two moves at once could make, ends instead of turning for ever', () => {
  const turning = buildTree(
    [region('430611', null)],
    [office('a', '430611', { parent: 'b' }), office('b', '430611', { parent: 'a' })],
  );
  expect(turning.within('a', 'b')).toBe(true);
  expect([...turning.below('430611')].sort()).toEqual(['430611', 'a', 'b']);
});

/** Any graph at all: parents and successors drawn from all nodes, circles included. */
const anyTree = fc
  .record({
    regions: fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 12 }),
    offices: fc.array(
      fc.record({ at: fc.nat({ max: 11 }), parent: fc.nat({ max: 15 }), successor: fc.nat({ max: 30 }) }),
      { maxLength: 12 },
    ),
  })
  .map(({ regions, offices }) => {
    const code = (n: number): string => `r${n % regions.length}`;
    const id = (n: number): string | null => (n < offices.length ? `o${n}` : null);
    return buildTree(
      regions.map((parent, n) => region(`r${n}`, parent < n ? code(parent) : null)),
      offices.map(({ at, parent, successor }, n) =>
        office(`o${n}`, code(at), { parent: id(parent), successor: id(successor) }),
      ),
    );
  });
const values = [...Array.from({ length: 12 }, (_, n) => [`r${n}`, `o${n}`]).flat(), 'stranger'];
const anyScope = fc.constantFrom('', ...values);
const grants = fc.array(fc.record({ role: fc.constantFrom('a', 'b', '*'), scope: anyScope }), {
  maxLength: 4,
});
const rights = fc.constantFrom({ a: 'place' }, { a: 'place', b: 'office' }, { b: 'anyone' }, {});
const person = (held: Person['grants']): Person => ({ id: 'p', name: '某', grants: held });
const row = fc.record({ place: fc.constantFrom(...values), office: fc.constantFrom(...values) });

test('within agrees with below, on any graph', () => {
  fc.assert(
    fc.property(anyTree, fc.constantFrom(...values), fc.constantFrom(...values), (any, scope, value) => {
      expect(any.below(scope).includes(value)).toBe(any.within(scope, value));
    }),
  );
});

test('sight agrees with permit: a list shows a row exactly when its detail may be opened', () => {
  fc.assert(
    fc.property(anyTree, rights, grants, row, (any, may, held, one) => {
      const seen = sight(may, person(held), any);
      const inList =
        seen === 'all' ||
        (seen !== null && [...seen].some(([column, list]) => list.includes(one[column as keyof typeof one])));
      expect(inList).toBe(permit(may, person(held), one, any) === 'allowed');
    }),
  );
});

test('more grants never allow less', () => {
  const rank = { role: 0, scope: 1, allowed: 2 } as const;
  fc.assert(
    fc.property(anyTree, rights, fc.tuple(grants, grants), row, (any, may, [some, more], one) => {
      const before = permit(may, person(some), one, any);
      const after = permit(may, person([...some, ...more]), one, any);
      expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
    }),
  );
});
