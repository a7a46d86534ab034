import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('winners are chosen from those who take part and do not make them up', () => {
  test.each([
    // 42 + 84 + 126 = 252, 252 ÷ 1620 = 15.6 %
    '举办县级竞赛14场，参赛职工1620人，其中一、二、三等奖分别为42人、84人、126人，获奖面15.6%。',
    '参评单位86个，优秀、良好等次分别为12个、31个。',
    '参赛项目64个，金奖、银奖、铜奖分别是4个、8个、12个。',
    '共1620人参赛，其中一、二、三等奖分别为42人、84人、126人。',
    '一等奖42人、二等奖84人、三等奖126人，共1620人参赛。',
    '参评村居50个，其中示范村28个、先进村19个。',
  ])('%s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });

  test.each([
    // 42 + 84 + 136 = 262
    '共获奖252人，其中一、二、三等奖分别为42人、84人、136人。',
    // 18 + 92 + 8 + 12 = 130
    '考核单位120个，其中优秀18个、合格92个、基本合格8个、不合格12个。',
  ])('while honours divide what won them, and a scale down to its lowest mark all: %s', (text) => {
    expect(accused(text)).toEqual(['sum']);
  });
});

describe('分别 puts figures in order and does not say that they are all', () => {
  test.each([
    '有专任教师4873人，其中特级教师、学科带头人分别为12人、118人。',
    '检查420家，其中一般、重大隐患分别为60家、3家。',
    '共受理诉求4836件，其中物业管理、噪声扰民、欠薪问题分别为417件、286件、233件，位居前三。',
  ])('%s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });

  test.each([
    // 203 + 261 + 12 = 476
    '全年审结案件486件，其中刑事、民事、行政案件分别为203件、261件、12件。',
  ])('while what comes near its whole is a division: %s', (text) => {
    expect(accused(text)).toEqual(['sum']);
  });
});
