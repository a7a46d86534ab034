/* What applicants write about themselves: covered where many read, whole for whoever has to do with the case. */
import { describe, expect, test } from 'vitest';
import { matterColumns, matterMeant } from './matter.ts';

const WHO = { applicantKind: 'person', applicantName: { plain: '王小明' }, phone: null } as const;

describe('what an applicant wrote', () => {
  test.each([
    ['我叫王小明，身份证430611198502284567，电话13812345678', '我叫某某，身份证***，电话***'],
    ['联系王小明 0730-8171234', '联系某某 ***'],
  ])('%s is shown as %s, the whole of it sealed', (said, shown) => {
    expect(matterColumns(said, WHO)).toEqual({ matter: shown, matterWhole: { plain: said } });
  });

  test.each([
    '修建引水渠',
    '在东门取水，日取水300立方米',
    // The code of the sample authority, whose check character is right.
    '变更为统一社会信用代码11000000000000000U的单位',
    '道路运输证换车，湘F12345',
  ])('%s tells nobody and stays as it is', (said) => {
    expect(matterColumns(said, WHO)).toEqual({ matter: said, matterWhole: null });
  });

  test('an agent is covered as the applicant is, whoever applies', () => {
    const agentName = { plain: '赵小兰' };
    const said = '由赵小兰代王小明办理';
    expect(matterColumns(said, { ...WHO, agentName })).toEqual({
      matter: '由某某代某某办理',
      matterWhole: { plain: said },
    });
    const firm = { applicantKind: 'firm', applicantName: { plain: '临溪供水公司' }, phone: null } as const;
    expect(matterColumns('赵小兰为临溪供水公司办', { ...firm, agentName }).matter).toBe(
      '某某为临溪供水公司办',
    );
  });

  test('a firm’s name is public', () => {
    const firm = { applicantKind: 'firm', applicantName: { plain: '临溪供水公司' }, phone: null } as const;
    expect(matterColumns('临溪供水公司申请取水', firm)).toMatchObject({ matterWhole: null });
  });

  test('nothing, or blanks, is nothing', () => {
    for (const said of [null, undefined, ' '])
      expect(matterColumns(said, WHO)).toEqual({ matter: null, matterWhole: null });
  });
});

describe('a draft that is sent', () => {
  const kept = { matter: '我叫某某' };
  const opened = { matterWhole: '我叫王小明' };
  test.each([
    [undefined, '我叫王小明'],
    ['我叫某某', '我叫王小明'],
    ['开店', '开店'],
  ])('said now %s, it means %s', (said, meant) => {
    expect(matterMeant(said, kept, opened)).toBe(meant);
  });
});
