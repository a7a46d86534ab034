import { expect, test } from 'vitest';
import { day } from '#lib/time.ts';
import type { Item } from '../item/item.ts';
import { isSettled, settledOf, type Around } from './settled.ts';

const item = (more: object = {}): Item =>
  ({
    id: 'own',
    number: 'SL-1',
    basicCode: '000119001000',
    body: '区水利局',
    elements: { name: '取水许可', basicCode: '000119001000', type: 'licence', basis: '《水法》第七条' },
    ...more,
  }) as Item;
const around = (more: Partial<Around> = {}): Around => ({
  on: day('2026-11-23'),
  above: new Map([['000119001000', item({ id: 'above' })]]),
  fields: ['name', 'basicCode', 'basis', 'type'],
  entered: new Set(['water']),
  letters: [],
  alarms: new Map(),
  organisationOf: (body) => (body === '区水利局' ? 'water' : null),
  ...more,
});

test('an item that says the same as the one above agrees, one that does not differs, one without is neither', () => {
  expect(settledOf(item(), around()).agrees).toBe(true);
  expect(settledOf(item({ elements: { ...item().elements, name: '取水' } }), around()).agrees).toBe(false);
  expect(settledOf(item({ basicCode: '000119009000' }), around()).agrees).toBeNull();
  expect(settledOf(item(), around({ above: null })).agrees).toBeNull();
});
test('an item of a department that entered is authorised only by a letter in force', () => {
  const letter = {
    organisation: 'water',
    coversAll: true,
    items: [],
    startsOn: day('2026-01-01'),
    endsOn: day('2026-11-22'),
    revokedOn: null,
  };
  expect(settledOf(item(), around({ letters: [letter] }))).toMatchObject({
    isEntered: true,
    isAuthorised: false,
  });
  const open = { ...letter, endsOn: null };
  expect(settledOf(item(), around({ letters: [open] }))).toMatchObject({
    isEntered: true,
    isAuthorised: true,
  });
  expect(settledOf(item({ body: '某局' }), around({ letters: [open] }))).toMatchObject({
    organisation: null,
    isEntered: null,
    isAuthorised: null,
  });
});
test('an item whose columns say all that is settled', () => {
  const settled = settledOf(item(), around({ alarms: new Map([['own', 2]]) }));
  expect(settled.basisAlarms).toBe(2);
  expect(isSettled(item(settled), settled)).toBe(true);
  expect(isSettled(item({ ...settled, basisAlarms: 1 }), settled)).toBe(false);
});
