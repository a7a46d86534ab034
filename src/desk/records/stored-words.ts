import { EXTENTS, IDENTITY_KINDS, KINDS, LEVELS, VERIFICATIONS } from '#applicants/words.ts';
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
  'applicant.kind': KINDS,
  'applicant.identityKind': IDENTITY_KINDS,
  'applicant.verifiedBy': VERIFICATIONS,
  'applicant.level': LEVELS,
  'mandate.extent': EXTENTS,
  'mandate.givenBy': { self: '本人网上委托', counter: '窗口书面委托' },
  'received-report.budgetResult': {
    keep: '下一年度预算不变',
    priority: '下一年度优先安排',
    reduce: '下一年度压减',
    adjust: '下一年度调整支出方向',
    cancel: '取消相关项目',
  },
  'attachment.kind': {
    pdf: 'PDF 文件',
    docx: 'Word 文档',
    xlsx: 'Excel 表格',
    png: 'PNG 图片',
    jpeg: 'JPEG 图片',
    txt: '纯文本',
    csv: 'CSV 表格',
  },
  'training.post': { undifferentiated: '无差别综合窗口' },
  'simulated-year.module': { hotline: '热线工单', cases: '办件' },
  'simulated-year.scenario': { plain: '照常', careless: '马虎（埋有问题）', desk: '在办工单' },
  'calendar-day.kind': { holiday: '放假', 'make-up': '调休上班', ordinary: '恢复正常' },
};
export const storedWord = (noun: string, column: string, value: unknown): string | undefined =>
  words[`${noun}.${column}`]?.[String(value)];

/** What it means that nothing stands in a column, where that is more than nothing. */
const blanks: Readonly<Record<string, string>> = {
  'authority-letter.account': '未关联账号，按部门计',
};
export const blankWord = (noun: string, column: string): string | undefined => blanks[`${noun}.${column}`];
