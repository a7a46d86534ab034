import { expect, test } from 'vitest';
import { fromText } from '../testing/extract.ts';
import { read } from '../reading.ts';
import { said } from '../text/figure.ts';
import { factOf } from './store.ts';

const factsOf = (text: string) => read(fromText(`某县林业局2023年度部门整体支出绩效自评报告\n${text}`)).facts;

test.each([
  ['“三公”经费支出18.4万元，比上年的20.4万元减少2.0万元。', 'last', '20.4万元'],
  ['“三公”经费支出18.4万元，较去年决算数20.4万元减少2.0万元。', 'last', '20.4万元'],
  ['2023年度三公经费18.4万元，上年度20.4万元，变动率-9.8%。', 'last', '20.4万元'],
  ['三公经费决算数22.31万元，比预算数25万元低2.69万元。', 'budget', '25万元'],
  ['三公经费支出22.31万元，完成年初预算25万元的89.24%。', 'budget', '25万元'],
] as const)('%s gives the figure of %s', (text, aspect, printed) => {
  const fact = factOf(factsOf(text), 'threePublic', aspect);
  expect(fact && said(fact.figure)).toBe(printed);
});

test.each([
  '政务中心三公经费支出8.4万元；比上年的20.4万元增加的是会议费。',
  '其中三公经费支出8.4万元，比上年的20.4万元减少。',
])('%s gives none', (text) => {
  expect(factOf(factsOf(text), 'threePublic', 'last')).toBeUndefined();
});
