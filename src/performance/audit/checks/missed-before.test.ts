import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('shares of the three industries', () => {
  test.each([
    ['三次产业结构调整为18.4:29.3:52.3。', 'consistent'],
    ['三次产业结构由18.4：29.3：52.4调整为17.9：29.5：52.6。', 'rounding'], // 100.1
    ['一二三产比例为18.4:29.3:56.3。', 'contradiction'], // 104
  ] as const)('make a hundred: %s (%s)', (text, verdict) => expect(said(text, verdict)).toContain('sum'));

  test.each(['三次产业的工作力量按1:2:3配备。', '开标时间为9:30。', '分为甲乙丙三类，比例为20:30:45。'])(
    'other ratios are not asked: %s',
    (text) => expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]),
  );
});

describe('counts that stand behind each other', () => {
  test('two units glued are two lists', () => {
    // 2029 + 812 = 2841, 2685 + 1346 = 4031
    const sums = (total: string): string =>
      `共保障困难群众${total}人，其中城市低保2029户2685人，农村低保812户1346人。`;
    expect(said(sums('4031'), 'consistent')).toContain('sum');
    expect(accused(sums('4031'))).toEqual([]);
    expect([...accused(sums('3931')), ...said(sums('3931'), 'doubtful')]).toContain('sum');
  });

  test('what was due and what came of it do not add up', () => {
    const text = '部件类立案30件，其中应结案18件，结案12件，结案率66.67%。'; // 18 + 12 = 30, 12 ÷ 18
    expect(said(text, 'consistent')).toEqual(['rate']);
  });
});

describe('a part named behind its number', () => {
  test.each([
    ['市级进驻事项742项，其中624项网上可办，网上可办率84.10%。', 'consistent'], // 624 ÷ 742
    ['市级进驻事项742项，其中624项网上可办，网上可办率91.30%。', 'contradiction'],
  ] as const)('%s (%s)', (text, verdict) => expect(said(text, verdict)).toContain('rate'));
});
