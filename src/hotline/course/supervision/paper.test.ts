import { expect, test } from 'vitest';
import type { Block } from '#documents/index.ts';
import { instant } from '#lib/time.ts';
import { supervisionPaper } from './paper.ts';

const textOf = (block: Block): string =>
  'runs' in block ? block.runs.map((each) => each.text).join('') : '';

test('a notice says to whom, what, until when, from whom and who else reads it, in Chinese throughout', () => {
  const row = {
    id: 'i',
    version: 1,
    number: 'DC2020000001',
    state: 'issued',
    orderId: 'o',
    orderNumber: 'GD2020000007',
    place: '430611',
    unit: 'u',
    level: 2,
    title: '催办通知书',
    paper: 'urging-notice',
    copyTo: 'unit-leader',
    text: '请立即办理。',
    isByClock: true,
    issuedAt: instant('2020-05-19T09:00+08:00'),
    answerDays: 1,
    dueAt: instant('2020-05-21T00:00+08:00'),
    answer: null,
    answeredAt: null,
  } as const;
  const paper = supervisionPaper({ supervision: row, unitName: '区水利局', issuer: '君山区热线办公室' });
  expect([paper.title, paper.subtitle]).toEqual(['催办通知书', '编号：DC2020000001　工单：GD2020000007']);
  expect(paper.blocks.map(textOf)).toEqual([
    '区水利局：',
    '请立即办理。',
    '请于2020年5月20日内书面回复。',
    '君山区热线办公室',
    '2020年5月19日',
    '抄送：承办单位主要负责人',
  ]);
});
