import { expect, test } from 'vitest';
import { faultsOfLinks, sameAddress } from './links.ts';

test.each([
  ['http://www.yueyang.gov.cn/item?id=7', null],
  ['https://zwfw.hunan.gov.cn', null],
  ['www.yueyang.gov.cn/item', '缺少'],
  ['网上办事大厅', '不是网址'],
  ['http://www.yueyang.gov.cn/事 项', '空格'],
  ['http://a.gov.cn/1；http://a.gov.cn/2', '不止一个'],
  ['ftp://files.gov.cn/a', '不是网页'],
  ['http://192.168.1.7/item', '内部网络'],
  ['http://zwfw/item', '内部网络'],
  ['http://172.20.1.1/', '内部网络'],
  ['http://172.32.1.1/', null],
  ['http://xxxx.gov.cn/', '没有填完'],
])('%s: %s', (onlineAddress, why) => {
  const [fault] = faultsOfLinks({ onlineAddress });
  if (why === null) expect(fault).toBeUndefined();
  else expect(fault!.message).toContain(why);
});
test('the name of an app is no address, a wrong address of one is', () => {
  expect(faultsOfLinks({ mobileAddress: '湘易办 APP' })).toEqual([]);
  expect(faultsOfLinks({ mobileAddress: 'http://localhost/app' })).toHaveLength(1);
});
test('the scheme and the last stroke make no other address; a home page is nobody’s own', () => {
  expect(sameAddress('https://a.gov.cn/x/')).toBe(sameAddress('http://A.gov.cn/x'));
  expect(sameAddress('https://a.gov.cn/x?i=1')).not.toBe(sameAddress('https://a.gov.cn/x?i=2'));
  expect(sameAddress('https://a.gov.cn/')).toBeUndefined();
});
