import { expect, test } from 'vitest';
import { accused, said } from '../testing/sentence.ts';

const silent = [
  '全年城镇新增就业4386人，完成任务4200人的104.4%；失业人员再就业1327人，完成任务的102.1%。',
  '全年城镇新增就业4386人，完成任务4200人的104.4%；失业人员再就业1327人、就业困难人员就业433人，分别完成任务的102.1%、103.1%。',
  '税收完成5.6亿元，为年初预算5.5亿元的101.8%；非税收入2.1亿元，为年初预算的95.5%。',
  '造林完成2.1万亩，完成计划2万亩的105%；义务植树86万株，完成计划的107.5%；抚育1.2万亩，完成计划的120%。',
  '新建农村公路86公里，占计划80公里的107.5%，安防工程42公里，占计划的105%。',
  '支出2.4亿元，完成预算2.5亿元的96%。教育支出0.8亿元，完成预算的98%。',
  '城乡居民养老保险参保24.6万人，完成任务24.5万人的100.4%，参保率98.2%。',
];
test.each(silent)('a target that has had its rate is not the target of another figure: %s', (text) => {
  expect(accused(text)).toEqual([]);
  expect(said(text, 'doubtful')).toEqual([]);
});

test('a target without a rate of its own still answers the one that names it', () => {
  // 4386 ÷ 4200 = 104.43 %
  expect(accused('全年任务4200人，实际新增就业4386人，完成任务的114.4%。')).toEqual(['rate']);
});
