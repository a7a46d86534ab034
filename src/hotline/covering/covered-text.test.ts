import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredText, isTelling, masked, personalIn } from '#lib/covering/masking.ts';
import { recordedIn } from '#lib/covering/recorded.ts';

const CALLER = { name: '欧阳锋', phone: '139-0730-9999', address: '君山区柳林洲街道荷花小区8栋302室' };

describe('what hides who spoke', () => {
  test.each([
    ['我叫欧阳锋，电话13907309999，举报工地夜里施工', '我叫某某，电话***，举报工地夜里施工'],
    ['欧阳锋反映：工地夜里施工', '某某反映：工地夜里施工'],
    ['打 139 0730 9999 或一三九零七三零九九九九', '打 *** 或***'],
    ['电话１３９０７３０９９９９', '电话***'],
    ['号码07309999', '号码***'],
    ['我手机尾号9999，请回电', '我手机尾号***，请回电'],
    ['欧阳先生住8栋302，锋面二字', '***住***，锋面二字'],
    ['住八栋三零二', '住***'],
    ['身份证430611189001011234，加微信 wx_ouyang', '身份证***，加微信 ***'],
    ['我叫乜小军，请保密', '我叫某某，请保密'],
    ['微信号：lamp-2020', '微信号：***'],
  ])('%s becomes %s', (text, expected) => {
    expect(coveredText(text, CALLER)).toBe(expected);
  });

  test('what a report is about stays: whom it accuses, which car, which door of the other house', () => {
    const text = '村主任李四收钱，湘F12345每天停在3栋门口，王主任知情';
    expect(coveredText(text, CALLER)).toBe(text);
  });

  test.each(['2020年5月18日修好', '路灯坏了3天', '12345', '欧洲的锋面天气', '我叫他停下，他不听'])(
    '%s tells of nobody',
    (text) => {
      expect(coveredText(text, CALLER)).toBe(text);
    },
  );

  test('a given name of two letters is covered too; where no name was given none is looked for', () => {
    expect(coveredText('建国说的', { name: '张建国' })).toBe('某某说的');
    expect(coveredText('市民来电，群众都知道', { name: '市民' })).toBe('市民来电，群众都知道');
    expect(coveredText('张某某说的', { name: '张某某' })).toBe('张某某说的');
  });

  test('covering twice changes nothing, and the number is never left, however it is parted', () => {
    const piece = oneof(
      constantFrom('欧阳锋', '我叫', '13907309999', '1390730', '9999', ' ', '-', '，', '8栋', '302', '尾号'),
      string({ unit: 'grapheme', maxLength: 4 }),
    );
    assert(
      property(array(piece, { maxLength: 14 }), (pieces) => {
        const once = coveredText(pieces.join(''), CALLER);
        expect(coveredText(once, CALLER)).toBe(once);
        expect(once).not.toContain('欧阳锋');
        expect(once.replaceAll(/[\s-]/g, '')).not.toContain('13907309999');
        expect(recordedIn(once, CALLER).filter((each) => each.isCertain)).toEqual([]);
      }),
    );
  });
});

describe('what may not be published', () => {
  const telling = (text: string) =>
    personalIn(text, CALLER)
      .filter(isTelling)
      .map((each) => each.text);
  test.each([
    ['欧阳锋的来信', ['欧阳锋']],
    ['我叫乜小军，路灯不亮', ['乜小军']],
    ['联系人：张三', ['张三']],
    ['他住8栋302室', ['8栋302室']],
    ['我是高中生，路灯不亮', []],
    ['我叫张某某，路灯不亮', []],
    ['请向王主任反映', []],
  ])('%s: %j', (text, expected) => {
    expect(telling(text)).toEqual(expected);
  });
  test('the draft hides who is on record as officials print it', () => {
    expect(masked('欧阳锋住8栋302室', CALLER).text).toBe('欧某某住***');
  });
});
