import { measure } from '#lib/measure.ts';
import { bundle } from './bundle.ts';

const counted = (
  on: 'appliedAt' | 'completedAt',
  said: Pick<Parameters<typeof measure<typeof bundle>>[1], 'name' | 'title' | 'basis' | 'where'>,
) => measure(bundle, { ...said, name: `cases.${said.name}`, on, by: 'place' });

/** 一件事一次办 in figures: how many, and for how many it took fewer papers, trips or days. */
export const bundleMeasures = [
  counted('appliedAt', {
    name: 'bundles',
    title: '一件事申请',
    basis: '当年申请的一件事，按申请时间；所含各办件另计',
    where: (row) => row.lit(true),
  }),
  counted('completedAt', {
    name: 'bundles-completed',
    title: '一件事办结',
    basis: '最后一个办件办结的一件事，按办结时间',
    where: (row) => row('row.state', '=', 'completed'),
  }),
  counted('completedAt', {
    name: 'bundles-on-time',
    title: '一件事按时办结',
    basis: '办结的一件事中，各件均在法定时限内决定的',
    where: (row) => row.and([row('row.state', '=', 'completed'), row('row.isOnTime', '=', true)]),
  }),
  counted('appliedAt', {
    name: 'bundles-fewer-copies',
    title: '一件事减材料',
    basis: '申请中比分别办理少交材料的：各事项应交份数之和，减去一次办应交份数，大于零',
    where: (row) => row('row.copiesSaved', '>', 0),
  }),
  counted('appliedAt', {
    name: 'bundles-fewer-trips',
    title: '一件事减跑动',
    basis: '申请中比分别办理少到场的：各事项到场次数之和，减去其中最多的一项，大于零',
    where: (row) => row('row.tripsSaved', '>', 0),
  }),
  counted('appliedAt', {
    name: 'bundles-fewer-days',
    title: '一件事减时限',
    basis:
      '申请中比分别办理时限短的：各事项承诺时限之和，减去一次办的承诺时限（须等前序结果的依次相加，其余同时计），大于零；单位不同的不计',
    where: (row) => row('row.daysSaved', '>', 0),
  }),
];
