import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBasicCode, findItemCode, faultsOfCodes } from './item-code.ts';

// 建设工程消防设计审查 as the standard's published example has it: body, county level, national catalogue, licence 17051.
const EXAMPLE = '11440232MB2D06811W4000117051000';
const said = { implementingCode: EXAMPLE, basicCode: '000117051000', type: 'licence', level: '4' } as const;
const NATIONAL = { licence: '01', service: '20' };

test('the published example is parted as the standard says, with and without its serial', () => {
  expect(findItemCode(EXAMPLE)).toEqual({
    body: '11440232MB2D06811W',
    level: '4',
    basic: '000117051000',
    serial: null,
  });
  expect(findItemCode(`${EXAMPLE}02`)?.serial).toBe('02');
  expect(findBasicCode('000117051000')).toEqual({ catalogue: '00', type: '01', main: '17051', sub: '000' });
  expect(faultsOfCodes({ ...said, handlingCode: `${EXAMPLE}01` }, NATIONAL)).toEqual([]);
});

test.each([
  ['a digit short', { implementingCode: EXAMPLE.slice(1) }, ['实施编码应为 31 位，现为 30 位']],
  [
    'a letter that credit codes do not have',
    { implementingCode: EXAMPLE.replace('MB', 'MO') },
    ['实施编码应为统一社会信用代码 18 位、行使层级 1 位、基本编码 12 位'],
  ],
  [
    'a body whose check character is wrong',
    { implementingCode: EXAMPLE.replace('1W4', '1X4') },
    ['实施主体代码 11440232MB2D06811X 的校验位不对'],
  ],
  ['another level', { level: '5' }, ['实施编码第 19 位（行使层级）是 4，应为 5']],
  [
    'another basic code inside',
    { basicCode: '000117052000' },
    ['实施编码末 12 位是 000117051000，基本编码是 000117052000'],
  ],
  ['the digits of another type', { type: 'service' }, ['基本编码第 3、4 位（事项类型）是 01，该类型应为 20']],
  ['a serial of letters', { handlingCode: `${EXAMPLE}A1` }, ['业务办理项编码应为实施编码加两位顺序码']],
  [
    'a basic code of an older scheme',
    { basicCode: '0001170510' },
    ['实施编码末 12 位是 000117051000，基本编码是 0001170510', '基本编码应为 12 位，现为 10 位'],
  ],
] as const)('%s is named', (_, more, faults) => {
  expect(faultsOfCodes({ ...said, ...more }, NATIONAL)).toEqual(faults);
});

test('a type whose digits nobody set is not held against the code', () => {
  expect(faultsOfCodes({ ...said, type: 'reward' }, NATIONAL)).toEqual([]);
});

test('any one character of the body changed is found', () => {
  const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...letters), (at, letter) => {
      fc.pre(EXAMPLE[at] !== letter);
      const implementingCode = EXAMPLE.slice(0, at) + letter + EXAMPLE.slice(at + 1);
      expect(faultsOfCodes({ ...said, implementingCode }, NATIONAL).length).toBeGreaterThan(0);
    }),
  );
});
