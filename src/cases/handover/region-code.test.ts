import { describe, expect, test } from 'vitest';
import { isOtherProvince, placeFault, tidyPlace } from './region-code.ts';

describe('a place anywhere in the country', () => {
  test.each([
    ['420000', '湖北省'], // a province
    ['420100', '武汉市'], // a city
    ['420106', '武昌区'], // a county
    ['420106001', '某街道'], // a town: nine digits
    ['420106001002', '某社区'], // a village: twelve
    ['110101', '北京市东城区'],
    ['659001', '新疆维吾尔自治区石河子市'], // under the region itself: 90 in the middle
  ])('%s %s can be one', (code, name) => expect(placeFault({ code, name })).toBeNull());

  test.each([
    ['990101', '某地', 'code'], // no such province
    ['42010', '某地', 'code'], // five digits
    ['420006', '某地', 'code'], // a county of no city
    ['4201060', '某地', 'code'], // seven
    ['420100001', '某地', 'code'], // a town of no county
    ['420106000', '某地', 'code'], // a town without its own digits
    ['420106', '湖南省某区', 'name'], // 42 is Hubei
  ])('%s %s cannot', (code, name, path) => expect(placeFault({ code, name })).toMatchObject({ path }));

  test('noughts behind a code say nothing; spaces neither', () =>
    expect(tidyPlace({ code: ' ４２０１０６０００000', name: ' 武昌区 ' })).toEqual({
      code: '420106',
      name: '武昌区',
    }));

  test('another province is told by the first two digits', () => {
    expect(isOtherProvince('430611', '420106')).toBe(true);
    expect(isOtherProvince('430611', '430600')).toBe(false);
  });
});
