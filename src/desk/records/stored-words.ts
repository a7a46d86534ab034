import { caseWords } from '#desk/cases/words.ts';
import { catalogueWords } from '#desk/catalogue/words.ts';
import { orderWords } from '#desk/hotline/words.ts';

/**
 * Titles of stored words by noun and column. Forms have them too, but a person who may not use a form does not get it,
 * and reads the records all the same.
 */
const town = { town: '镇', township: '乡', subdistrict: '街道', village: '村', community: '社区' };
const region = { province: '省', city: '市', district: '县（市、区）', ...town };
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'region.kind': region,
  'region.level': { province: '省级', city: '市级', district: '县级', town: '乡级', village: '村级' },
  'organisation.kind': {
    department: '工作部门',
    institution: '所属单位',
    section: '内设股室',
    town: '乡镇（街道）',
    village: '村（社区）',
    utility: '公用企业',
    other: '其他单位',
  },
  'site.kind': {
    hall: '政务服务大厅',
    'town-centre': '乡镇（街道）便民服务中心',
    'service-point': '村（社区）便民服务点',
    'self-service': '自助服务点',
    branch: '专业分厅',
  },
  ...orderWords,
  ...catalogueWords,
  ...caseWords,
  'calendar-day.kind': { holiday: '放假', 'make-up': '调休上班', ordinary: '恢复正常' },
};
export const storedWord = (noun: string, column: string, value: unknown): string | undefined =>
  words[`${noun}.${column}`]?.[String(value)];

/** What it means that nothing stands in a column, where that is more than nothing. */
const blanks: Readonly<Record<string, string>> = {
  'authority-letter.account': '未关联账号，按部门计',
};
export const blankWord = (noun: string, column: string): string | undefined => blanks[`${noun}.${column}`];
