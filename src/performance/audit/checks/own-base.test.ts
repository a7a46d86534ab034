import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a change that names its base is measured by no other', () => {
  test.each([
    '平均承诺时限由6.2个工作日压缩至2.8个工作日，较法定时限压缩85.6%。',
    '办理时限由12个工作日减少到5个工作日，比法定时限缩短75%。',
    '办理时限由20个工作日压缩至8个工作日，与法定时限相比压缩80%。',
    '蔬菜产量由5.2万吨增加到6.1万吨，较2019年增长35.6%。',
    '蔬菜产量6.1万吨，较上年增加0.9万吨，较2019年增长35.6%。',
    '平均时限由9天压缩至6天，较法定时限减少14天。',
  ])('%s', (text) => {
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });

  test.each([
    // (8 − 20) ÷ 20 = −60 %
    '办理时限由20个工作日压缩至8个工作日，压缩80%。',
    '办理时限由法定20个工作日压缩至8个工作日，较法定时限压缩80%。',
    // (6.1 − 5.2) ÷ 5.2 = 17.31 %
    '蔬菜产量由5.2万吨增加到6.1万吨，较上年增长35.6%。',
    '2022年蔬菜产量5.2万吨，2023年6.1万吨，较2022年增长35.6%。',
  ])('while the base that the sentence prints is asked: %s', (text) => {
    expect(accused(text)).toEqual(['growth']);
  });
});
