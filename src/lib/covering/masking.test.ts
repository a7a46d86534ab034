import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { coveredText, masked, personalIn, withoutPeople } from './masking.ts';

test.each([
  ['请打13800001234联系', '请打***联系'],
  ['电话 138 0000 1234，或0730-8170000。', '电话 ***，或***。'],
  ['身份证430611189001011234的办理', '身份证***的办理'],
  ['卡号6222 0200 0000 0000 000', '卡号***'],
  ['邮箱 someone@example.com 收不到', '邮箱 *** 收不到'],
  ['湘F12345挡住了通道', '***挡住了通道'],
  ['我叫张三丰，住在荷花小区3栋2单元501室', '我叫张某某，住在荷花小区***'],
  ['找李四先生和王医生', '找李某先生和王某医生'],
])('%s becomes %s', (given, expected) => {
  expect(masked(given).text).toBe(expected);
});

test.each([
  '2020年5月18日前修好',
  '12345热线',
  '路灯坏了3天',
  '岳政发〔2020〕12号文件',
  '第501号令',
  '6号线延误',
])('%s tells of nobody', (text) => {
  expect(masked(text)).toEqual({ text, found: [] });
});

test('hiding twice changes nothing, and no phone is ever left', () => {
  const piece = oneof(
    constantFrom(
      '13800001234',
      '张三先生',
      '430611189001011234',
      '3栋501室',
      '，',
      '路灯',
      '\n',
      '我叫李四，',
    ),
    string({ unit: 'grapheme', maxLength: 5 }),
  );
  assert(
    property(array(piece, { maxLength: 12 }), (pieces) => {
      const once = masked(pieces.join('')).text;
      expect(personalIn(once).filter((each) => each.isCertain)).toEqual([]);
      expect(masked(once).text).toBe(once);
    }),
  );
});

test.each([
  [
    '我叫龚自强，住3栋402，电话13900001234，举报隔壁开黑作坊。',
    '我叫某某，住***，电话***，举报隔壁开黑作坊。',
  ],
  ['我家住在荷花小区8栋302，楼下5栋101是麻将馆', '我家住在荷花小区***，楼下5栋101是麻将馆'],
  ['工地在3栋对面，每夜施工', '工地在3栋对面，每夜施工'],
])('who speaks is covered with the door they live behind: %s', (given, expected) => {
  expect(coveredText(given, {})).toBe(expected);
});

test.each([
  ['李建设（13800001234）不符合建设规划', '某某（***）不符合建设规划'],
  ['李先生身份证11010519491231002X', '***身份证***'],
  ['咨询电话0730-8170000，联系人手机139 0000 4321', '咨询电话0730-8170000，联系人手机***'],
  [
    '办件430611202099990001，统一社会信用代码11000000000000000U',
    '办件430611202099990001，统一社会信用代码11000000000000000U',
  ],
  ['一三八〇〇〇〇一二三四的户主', '***的户主'],
])('what an office wrote loses its people and keeps its office: %s', (given, expected) => {
  expect(withoutPeople(given, [{ name: '李建设', phone: '13800001234' }])).toBe(expected);
});
