import { describe, expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

describe('a list may begin with the least', () => {
  test.each([
    '办结率前三位的是：甲区99.9%、乙区99.7%、丙区99.5%；后三位的是：丁县97.2%、戊区97.8%、己县98.1%。',
    '倒数前三位的是：丁县20条、戊区35条、己县41条。',
    '平均办理时长最短的前三位依次为：甲区2.1天、乙区2.8天、丙区3.1天。',
    '差评率排名前三位的（由低到高）是：甲区0.1%、乙区0.3%、丙区0.4%。',
  ])('%s', (text) => expect(accused(text)).toEqual([]));
  test('while one that goes up and down is no order at all', () =>
    expect(accused('按办件量排名前三位的依次是：甲区300件、乙区500件、丙区200件。')).toContain('order'));
});

describe('parts of people may overlap', () => {
  test('then the sum is a question', () => {
    const text = '共培训干部300人，其中机关干部210人，村干部130人。';
    expect(accused(text)).toEqual([]);
    expect(said(text, 'doubtful')).toContain('sum');
  });
  test('and of attributes that nobody adds there is none', () => {
    const text = '共培训干部300人，其中党员210人，女性130人。';
    expect([...accused(text), ...said(text, 'doubtful')]).toEqual([]);
  });
  test('while cases come by one way', () =>
    expect(accused('共受理诉求300件，其中电话210件，网络130件。')).toContain('sum'));
});

test('what a second 其中 details is a whole of its own, not one more part of the budget', () =>
  expect(
    accused(
      '预算资金300万元，其中中央200万元，省级100万元，支出290万元，其中中央200万元，省级90万元，执行率96.67%。',
    ),
  ).toEqual([]));

test('full marks and marks gained are not added up together', () =>
  expect(accused('投入15分得15分，过程25分得23.5分，产出40分得38分，效果20分得19分，合计95.5分。')).toEqual(
    [],
  ));

test('a share that names no base is of what the one before it named', () =>
  expect(
    accused(
      '一般公共预算支出900万元，占本年支出的90%，比上年增加100万元，增长12.5%；政府性基金支出100万元，占10%。',
    ),
  ).toEqual([]));

test('nothing is a part of an average, and another base of the sentence may be meant', () => {
  expect(
    accused(
      '资金总额1.364亿元，户均2万元，其中中央补助5456万元、省级补助2728万元、市级财政3410万元、居民出资2046万元。',
    ),
  ).toEqual([]);
  // 3016 ÷ 5200 = 58 %
  expect(accused('回访5200件，满意4836件，满意率93%；其中非常满意3016件，占58%。')).toEqual([]);
});
