import { tight } from '../text/fold.ts';
import { coreName } from '../text/names.ts';
import type { Statement } from '../text/statement.ts';
import type { SumGroup } from './text-groups.ts';

const FULL = /满分|总分|总得分|总评分|合计|总计|共计/;
const SCORED = /[得评自]分|评价|评定|评为|考核|成绩|总|满意度/;
/** 均为100分, 前三名, 位居末位: a mark of each of them, or some of many. */
const OF_EACH =
  /均|各(?!项|类)|排名|排在|位[列居次]|[前后末][一二三四五六七八九十\d]{1,2}[位名]|第[一二三四五\d]/;
const UNIT =
  /(?:局|委|厅|办|处|科|股|站|所|队|院|校|学|园|馆|行|社|部|公司|集团|企业|中心|大厅|窗口|街道|社区|[省市县区镇乡村州旗])$/;

/** Marks of several units stand side by side; only a total score, a full mark or the parts of one score add up. */
export const areMarksOfEach = ({ whole, parts }: SumGroup): boolean =>
  whole.figure.unit.dimension === 'score' &&
  !FULL.test(tight(whole.subject)) &&
  ([whole, ...parts].some(({ subject }) => OF_EACH.test(tight(subject))) ||
    !SCORED.test(tight(whole.subject)) ||
    parts.some(isOfUnit));

const isOfUnit = ({ subject }: Statement): boolean => UNIT.test(coreName(subject).replace(/得?分?[(]$/, ''));
