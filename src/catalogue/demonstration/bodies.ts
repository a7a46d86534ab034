import type { DelegationLevel } from '../words.ts';

/* Who of the district is set up how: eleven departments with an approval section, sixteen with a seal of their own. */

/** 行政审批股 with its chief representative: invented names, of the calendar and the garden. */
export const SECTIONS: readonly (readonly [department: string, chief: string])[] = [
  ['区发展和改革局', '苏谷雨'],
  ['区教育局', '方清和'],
  ['区民政局', '葛远山'],
  ['区人力资源和社会保障局', '沈立夏'],
  ['区自然资源局', '韩青禾'],
  ['区住房和城乡建设局', '陶临川'],
  ['区交通运输局', '云北辰'],
  ['区水利局', '潘听雨'],
  ['区农业农村局', '柏芒种'],
  ['区卫生健康局', '姜白芷'],
  ['区市场监督管理局', '鲁秋分'],
];
/** 行政审批专用章 besides those of the sections. */
const MORE_SEALS = [
  '区生态环境分局',
  '区文化旅游广电局',
  '区应急管理局',
  '区城市管理和综合执法局',
  '区医疗保障局',
];
export const SEALS: readonly string[] = [...SECTIONS.map(([department]) => department), ...MORE_SEALS];

/** 纳入无差别综合窗口的部门: fourteen, with all their items. */
export const UNDIFFERENTIATED: readonly string[] = [
  '区发展和改革局',
  '区教育局',
  '区科技和工业信息化局',
  '区民政局',
  '区司法局',
  '区人力资源和社会保障局',
  '区交通运输局',
  '区水利局',
  '区农业农村局',
  '区商务粮食局',
  '区文化旅游广电局',
  '区卫生健康局',
  '区应急管理局',
  '区城市管理和综合执法局',
];

/** Bodies that items name and the list of departments lacks: the utilities, and city departments whose items are taken here. */
export const OTHERS = [
  { name: '区自来水公司', shortName: '自来水公司', kind: 'utility' },
  { name: '区燃气公司', shortName: '燃气公司', kind: 'utility' },
  { name: '区供电公司', shortName: '供电公司', kind: 'utility' },
  { name: '区有线电视公司', shortName: '有线电视公司', kind: 'utility' },
  { name: '区通信建设服务中心', shortName: '通信服务中心', kind: 'utility' },
  { name: '岳阳市住房公积金管理中心', shortName: '市公积金中心', kind: 'other' },
  { name: '岳阳市市场监督管理局', shortName: '市市场监管局', kind: 'other' },
  { name: '岳阳市交通运输局', shortName: '市交通局', kind: 'other' },
] as const;

/** Counters of the hall beside those every tenant of the district begins with: label, name, type. */
export const MORE_WINDOWS = [
  ['D01', '公用报装综合窗口', 'utilities'],
  ['D02', '复工复产综合窗口', 'resumption'],
  ['D03', '镇村业务专窗', 'general'],
] as const;
/** The types of the counters that are there, by the first letter of their label. */
export const HALL_TYPES = { A: 'undifferentiated', B: 'engineering', C: 'department' } as const;

/** By the level of an item (5 town, 6 village): who handles it by 赋权. */
export const DELEGATED: Readonly<Record<string, DelegationLevel>> = { '5': 'town', '6': 'village' };
export const DELEGATION_DOCUMENT = '镇村赋权事项清单（示例）〔2019〕1号';
