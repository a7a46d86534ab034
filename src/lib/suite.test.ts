import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { internationalSuite, isSignedBy, maskOf } from './suite.ts';

const newSuite = () => internationalSuite(randomBytes(32), generateKeyPairSync('ed25519').privateKey);
const suite = newSuite();

test.each([
  ['name', '张三', '张*'],
  ['name', '欧阳小明', '欧***'],
  ['name', '李', '李*'],
  ['phone', '13800001234', '138****1234'],
  ['phone', '138 0000-1234', '138****1234'],
  ['phone', '8123456', '*******'],
  ['phone', '+86 138 0000 1234', '138****1234'],
  ['phone', '0730-8170000', '073****0000'],
  ['identity', '430611189001011234', '430611********1234'],
  ['address', '君山区柳林洲街道某某路1号', '君山区柳林洲****'],
  ['address', '某某路1号', '*****'],
] as const)('a %s %s is shown as %s', (mask, plain, shown) => {
  expect(maskOf(plain, mask)).toBe(shown);
});

test('what was sealed opens again, and nothing of it stands in the sealed value but its mask', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, unit: 'grapheme' }), (plain) => {
      const { personal, wrapped } = suite.seal(plain, 'address');
      expect(suite.open(personal, wrapped)).toBe(Buffer.from(plain, 'utf8').toString('utf8'));
      expect(personal.sealed).not.toContain(plain);
    }),
  );
});

test('a changed byte, another key or another installation does not open', () => {
  const { personal, wrapped } = suite.seal('13800001234', 'phone');
  const bytes = Buffer.from(personal.sealed, 'base64');
  bytes[bytes.length - 1]! ^= 1;
  expect(() => suite.open({ ...personal, sealed: bytes.toString('base64') }, wrapped)).toThrow(/./);
  expect(() => suite.open(personal, suite.seal('x', 'phone').wrapped)).toThrow(/./);
  expect(() => newSuite().open(personal, wrapped)).toThrow(/./);
});

test('equal phones have equal look-ups however they are written; without the key nobody can try numbers', () => {
  expect(suite.lookUp('138 0000-1234', 'phone')).toBe(suite.lookUp('１３８00001234', 'phone'));
  for (const told of ['+86 138-0000-1234', '008613800001234', '013800001234'])
    expect(suite.lookUp(told, 'phone')).toBe(suite.lookUp('13800001234', 'phone'));
  // 010 is Beijing's area code, not a trunk nought before a mobile number.
  expect(suite.lookUp('010-88880000', 'phone')).not.toBe(suite.lookUp('1088880000', 'phone'));
  expect(suite.lookUp('13800001234', 'phone')).not.toBe(suite.lookUp('13800001235', 'phone'));
  expect(suite.lookUp('13800001234', 'phone')).not.toBe(newSuite().lookUp('13800001234', 'phone'));
});

test('a signature holds for its text and its key alone; nonsense is no signature', () => {
  const signature = suite.sign('block 7');
  expect(isSignedBy(suite.publicKey(), 'block 7', signature)).toBe(true);
  expect(isSignedBy(suite.publicKey(), 'block 8', signature)).toBe(false);
  expect(isSignedBy(newSuite().publicKey(), 'block 7', signature)).toBe(false);
  expect(isSignedBy('no key', 'block 7', signature)).toBe(false);
});
