import type { Elements } from '../elements/elements.ts';
import { shownValue } from '../compare/compare.ts';
import type { Limit } from '../elements/kinds.ts';
import { courseOf } from '../course/course.ts';

/** One thing a guide says of an item, in the words of the public. `text` may run over lines. */
export interface Fact {
  readonly key: FactKey;
  readonly title: string;
  readonly text: string;
}

const UNITS = { working: '个工作日', natural: '个自然日' } as const;
export const limitWords = ({ days, unit }: Limit): string =>
  days === 0 ? '当场办结' : `${days} ${UNITS[unit]}`;

const lines = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part.trim() !== '').join('\n');
const limitText = (limit: Limit | undefined, note: string | undefined): string =>
  lines(limit && limitWords(limit), note);
const plain =
  (
    key: 'audience' | 'forms' | 'conditions' | 'place' | 'hours' | 'body' | 'resultName' | 'basis' | 'reach',
  ) =>
  (item: Elements): string =>
    shownValue(item, key) ?? '';

function feeText({
  hasFee,
  feeItem,
  feeStandard,
  feeBasis,
  mayReduceFee,
  feeReductionBasis,
}: Elements): string {
  if (hasFee === undefined) return '';
  if (!hasFee) return '不收费';
  return (
    lines(
      feeItem && `收费项目：${feeItem}`,
      feeStandard && `收费标准：${feeStandard}`,
      feeBasis && `收费依据：${feeBasis}`,
      mayReduceFee === true && `可以减免${feeReductionBasis ? `：${feeReductionBasis}` : ''}`,
    ) || '收费'
  );
}
const visitsText = ({ visits, visitReason }: Elements): string =>
  visits === undefined ? '' : visits === 0 ? '不用到现场' : lines(`最多 ${visits} 次`, visitReason);

function onlineText({ isOnline, onlineAddress, mobileAddress }: Elements): string {
  if (isOnline === undefined) return '';
  return isOnline
    ? lines('可以网上办', onlineAddress, mobileAddress && `手机：${mobileAddress}`)
    : '只能到窗口办';
}
const commitmentText = ({ commitment }: Elements): string =>
  commitment
    ? lines(
        commitment.replaces.length > 0 && `书面承诺后免交：${commitment.replaces.join('、')}`,
        commitment.exclusions.length > 0 && `不适用：${commitment.exclusions.join('；')}`,
        commitment.checkWithin !== null && `办结后 ${commitment.checkWithin} 个工作日内核查`,
      ) || '可以书面承诺'
    : '';
function toleranceText(item: Elements): string {
  const { mayFollow, toleranceDays } = courseOf(item);
  if (mayFollow.length === 0) return '';
  const within = toleranceDays === null ? '承诺办结时限内' : `${toleranceDays} 个工作日内`;
  return `主要材料齐全的，可以先受理，下列材料在${within}补交：${mayFollow.join('、')}`;
}
const surveyText = ({ surveys = [] }: Elements): string =>
  surveys
    .map(({ department, conditions }) =>
      conditions.length > 0 ? `${department}：${conditions.join('；')}` : department,
    )
    .join('\n');

/** What a guide says, in its order; each from the elements alone. An empty text is not said at all. */
const FACTS = {
  body: ['办理部门', plain('body')],
  audience: ['谁可以办', plain('audience')],
  conditions: ['受理条件', plain('conditions')],
  forms: ['怎么办', plain('forms')],
  online: ['网上办理', onlineText],
  place: ['办理地点', plain('place')],
  hours: ['办理时间', plain('hours')],
  reach: ['通办范围', plain('reach')],
  visits: ['要跑几次', visitsText],
  legal: ['法定办结时限', (item: Elements) => limitText(item.legalLimit, item.legalLimitNote)],
  promised: ['承诺办结时限', (item: Elements) => limitText(item.promisedLimit, item.promisedLimitNote)],
  special: ['不计入时限的程序', ({ specialProcedures = [] }: Elements) => specialProcedures.join('、')],
  fee: ['收费', feeText],
  result: ['办理结果', plain('resultName')],
  post: ['送达', ({ canPost }: Elements) => (canPost === true ? '可以邮寄送达' : '')],
  survey: ['现场勘查', surveyText],
  tolerance: ['容缺受理', toleranceText],
  commitment: ['告知承诺', commitmentText],
  consult: ['咨询', ({ consultPhone = '' }: Elements) => consultPhone],
  complaint: ['监督投诉', ({ complaintPhone = '' }: Elements) => complaintPhone],
  basis: ['设定依据', plain('basis')],
  questions: ['常见问题', ({ questions = '' }: Elements) => questions],
} as const satisfies Readonly<Record<string, readonly [string, (item: Elements) => string]>>;
export type FactKey = keyof typeof FACTS;

/** Everything the elements say to the public, in order. */
export const factsOf = (item: Elements): readonly Fact[] =>
  (Object.keys(FACTS) as FactKey[]).flatMap((key) => {
    const [title, read] = FACTS[key];
    const text = read(item).replaceAll('\r', '').trim();
    return text === '' ? [] : [{ key, title, text }];
  });
