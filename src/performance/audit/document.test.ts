import { expect, test } from 'vitest';
import { identify } from './document.ts';
import { fromText } from './testing/extract.ts';

test('who signs above the day has issued the paper, not the unit a list names', () => {
  const lines = [
    '关于热线运行情况的通报',
    '低于平均水平的有2家，其中县水利局97.2%，东山镇96.8%',
    '县水利局在城东设点，其中县水利局97.2%',
    '青溪县行政审批服务局',
    '2023年10月9日',
  ];
  expect(identify(fromText(lines.join('\n'))).unit).toBe('青溪县行政审批服务局');
});
