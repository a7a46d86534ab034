import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('分别 gives each member of a list its own share', () => {
  test.each([
    // 60, 30 and 10 of 100
    '受理诉求100件，其中咨询60件、投诉30件、求助10件，占比分别为60.0%、30.0%和10.0%。',
    '受理诉求200件，其中咨询60件、投诉30件，分别占30.0%和15.0%。',
    // 354 + 293 + 138 = 785: no total is printed
    '火灾354起、抢险293起、救助138起，分别占45.1%、37.3%和17.6%。',
  ])('%s', (text) => {
    expect(accused(text)).toEqual([]);
    expect(said(text, 'consistent').filter((kind) => kind === 'rate').length).toBeGreaterThan(1);
  });

  test.each([
    '受理诉求100件，其中咨询60件、投诉30件、求助10件，占比分别为60.0%、36.0%和10.0%。', // 30 %
    '受理诉求200件，其中咨询60件、投诉30件，分别占30.0%和19.0%。', // 15 %
    '火灾354起、抢险293起、救助138起，分别占45.1%、31.3%和17.6%。', // 37.3 %
  ])('and the one that is not its own is named: %s', (text) => expect(accused(text)).toEqual(['rate']));

  test.each([
    '受理诉求100件，其中咨询60件、投诉30件、求助10件，前两项分别占全市同类诉求的3.2%和4.1%。',
    '办理刑事202件、民事84件，同比分别占比提高、下降，占全市的12.1%和9.3%。',
  ])('shares of something else are not: %s', (text) => expect(accused(text)).toEqual([]));
});
