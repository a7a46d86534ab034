import { describe, expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { provinceClaims } from '../settings.ts';
import { readClaims } from './claims.ts';

const names = provinceClaims.initial;
const person = {
  sub: 'u-1',
  name: '甲某',
  id_type: '111',
  id_number: '11010518491231008X',
  phone_number: '+86 138 0000 1234',
  auth_level: '2',
};
const read = (claims: Readonly<Record<string, unknown>>) => readClaims(claims, names, 'middle');
const refusalOf = (claims: Readonly<Record<string, unknown>>): Refusal => {
  try {
    read(claims);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
};

test('a person', () => {
  expect(read(person)).toEqual({
    kind: 'person',
    level: 'middle',
    name: '甲某',
    identityKind: 'resident',
    identity: '11010518491231008X',
    phone: '13800001234',
  });
});

test('a firm', () => {
  const firm = {
    user_type: 'corporation',
    corp_name: '岳阳市君山区某某商贸有限公司',
    uscc: '91430611MA4L000000',
    legal_name: '乙某',
    auth_level: 3,
  };
  expect(read(firm)).toEqual({
    kind: 'firm',
    level: 'high',
    firmName: '岳阳市君山区某某商贸有限公司',
    creditCode: '91430611MA4L000000',
    representative: '乙某',
  });
});

test('the names are the setting’s', () => {
  const other = { ...names, name: 'xm', identity: 'zjhm', level: 'rzdj', levels: { L3: 'high' as const } };
  expect(readClaims({ xm: '丙某', zjhm: '1', rzdj: 'L3' }, other, 'high')).toMatchObject({
    name: '丙某',
    identity: '1',
    level: 'high',
  });
});

describe('refused', () => {
  test.each([
    ['a level that is too low', { auth_level: '1' }],
    ['a level nobody knows', { auth_level: '9' }],
    ['a level that is an object’s own word', { auth_level: 'constructor' }],
    ['no level', { auth_level: undefined }],
  ])('%s', (_, other) => {
    expect(refusalOf({ ...person, ...other }).code).toBe('applicants.level-too-low');
  });
  test.each([
    ['姓名', { name: ' ' }],
    ['证件号码', { id_number: undefined }],
    ['证件种类', { id_type: '999' }],
    ['证件种类', { id_type: 'toString' }],
  ])('without %s', (what, other) => {
    const refusal = refusalOf({ ...person, ...other });
    expect([refusal.code, refusal.facts['what']]).toEqual(['applicants.claims-missing', what]);
  });
  test('a refusal quotes nothing that was said of the person', () => {
    const { facts, message } = refusalOf({ ...person, auth_level: '1' });
    expect(JSON.stringify([facts, message])).not.toMatch(/甲某|1101051/);
  });
});

test('a phone that is no mobile number is left out', () => {
  expect(read({ ...person, phone_number: '0730-8170000' })).not.toHaveProperty('phone');
});
