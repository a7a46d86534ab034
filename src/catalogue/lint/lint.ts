import { ON_APPLICATION, type ItemType } from '../codes/types.ts';
import { faultsOfCodes, type TypeDigits } from '../codes/item-code.ts';
import { folded } from '../compare/compare.ts';
import { ELEMENTS, type ElementKey, type Elements } from '../elements/elements.ts';
import { missingOf } from '../elements/fill.ts';
import { faultsOfLinks } from './links.ts';
import { lintCourse } from './lint-course.ts';

/** `fault`: the item must not be published so. `doubt`: somebody should look. */
export type Severity = 'fault' | 'doubt';
export interface Remark {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly field: ElementKey;
  /** In Chinese, with what to do about it. */
  readonly message: string;
}
/** The rules, each with what it looks for. */
export const RULES = {
  missing: '缺少必填要素',
  'vague-material': '材料表述模糊',
  'same-material': '同一材料重复要求',
  'over-legal': '承诺时限超过法定时限',
  'unlike-units': '法定与承诺时限单位不同',
  'instant-with-days': '即办件却有多日时限',
  'promised-at-once': '承诺件却当场办结',
  code: '编码不符合规范',
  'legal-basis': '设定依据没有条款',
  link: '网址打不开',
  'same-link': '不同事项同一网址',
  'same-item': '事项重复',
  phone: '电话格式可疑',
  'listed-only': '不属于窗口受理的类型',
  course: '办理配置前后不合',
} as const;
export type RuleName = keyof typeof RULES;

const remark = (
  rule: RuleName,
  severity: Severity,
  of: { readonly field: ElementKey; readonly message: string },
): Remark => ({ rule, severity, ...of });

/** 兜底条款: what the applicant cannot know beforehand (国办发〔2018〕45号 forbids it). */
const VAGUE =
  /^(其他|其它|有关|相关|等)|(其他|其它|有关|相关)(的)?(佐证|支撑|辅助)?(材料|证明|文件|资料|手续)|相应的(证明|佐证)?(材料|文件|资料)|及(其)?(证明|佐证)(材料|文件|资料)$|法律.{0,6}法规.{0,8}规定的其他|需要提交的其他|认为(需要|必要)|等(材料|文件|证明|资料)?$/;

function ofMaterials({ materials = [] }: Elements): readonly Remark[] {
  const seen = new Set<string>();
  return materials.flatMap(({ name }) => {
    const remarks: Remark[] = [];
    const key = folded(name);
    if (VAGUE.test(name.trim()))
      remarks.push(
        remark('vague-material', 'fault', {
          field: 'materials',
          message: `“${name}”说不清要什么，请逐项列明或删去`,
        }),
      );
    if (seen.has(key))
      remarks.push(
        remark('same-material', 'doubt', { field: 'materials', message: `“${name}”要求了不止一次` }),
      );
    seen.add(key);
    return remarks;
  });
}

function ofLimits({ legalLimit: legal, promisedLimit: promised, kind }: Elements): readonly Remark[] {
  const remarks: Remark[] = [];
  if (legal && promised && legal.unit !== promised.unit && legal.days > 0 && promised.days > 0)
    remarks.push(
      remark('unlike-units', 'doubt', {
        field: 'promisedLimit',
        message: `法定 ${legal.days}${unitOf(legal.unit)}、承诺 ${promised.days}${unitOf(promised.unit)}，单位不同，不能比较`,
      }),
    );
  if (legal && promised && legal.unit === promised.unit && legal.days > 0 && promised.days > legal.days)
    remarks.push(
      remark('over-legal', 'fault', {
        field: 'promisedLimit',
        message: `承诺 ${promised.days}${unitOf(promised.unit)}超过法定 ${legal.days}${unitOf(legal.unit)}`,
      }),
    );
  if (kind === 'instant' && promised && promised.days > 1)
    remarks.push(
      remark('instant-with-days', 'fault', {
        field: 'kind',
        message: `即办件承诺时限却是 ${promised.days}${unitOf(promised.unit)}`,
      }),
    );
  if (kind === 'promised' && promised?.days === 0)
    remarks.push(remark('promised-at-once', 'doubt', { field: 'kind', message: '承诺时限为 0，应为即办件' }));
  return remarks;
}
const unitOf = (unit: string): string => (unit === 'natural' ? '自然日' : '个工作日');

function ofCodes(item: Elements, digits: TypeDigits): readonly Remark[] {
  const { implementingCode, basicCode, type } = item;
  if (implementingCode === undefined || basicCode === undefined || type === undefined) return [];
  const faults = faultsOfCodes(
    {
      implementingCode,
      basicCode,
      type,
      handlingCode: item.handlingCode,
      level: item.level,
    },
    digits,
  );
  return faults.map((message) => remark('code', 'fault', { field: 'implementingCode', message }));
}

/** A basis names a law and where in it: an article, or at least a numbered document. */
const ARTICLE =
  /第[一二三四五六七八九十百千零〇\d]+(条|款|项|章)|〔\d{4}〕|\[\d{4}\]|（\d{4}）\d*号|令第?\d+号/;

function ofTexts(item: Elements): readonly Remark[] {
  const remarks: Remark[] = [];
  const { basis, consultPhone, complaintPhone } = item;
  if (basis !== undefined && basis.trim() !== '' && !ARTICLE.test(basis))
    remarks.push(remark('legal-basis', 'doubt', { field: 'basis', message: '设定依据没有写明文号或条款' }));
  for (const fault of faultsOfLinks(item)) remarks.push(remark('link', 'fault', fault));
  for (const [field, value] of [
    ['consultPhone', consultPhone],
    ['complaintPhone', complaintPhone],
  ] as const)
    if (
      value !== undefined &&
      value.trim() !== '' &&
      !/\d{5,}|网址|https?:/.test(value.replace(/[\s-]/g, ''))
    )
      remarks.push(
        remark('phone', 'doubt', {
          field,
          message: `${ELEMENTS[field].title}“${value}”里没有可拨打的号码`,
        }),
      );
  return remarks;
}

/** Everything to say about one item by itself; `lintAmong` adds what only shows beside others. */
export function lintItem(item: Elements, digits: TypeDigits): readonly Remark[] {
  return [
    ...missingOf(item).map((field) =>
      remark('missing', 'fault', { field, message: `没有填写${ELEMENTS[field].title}` }),
    ),
    ...ofCodes(item, digits),
    ...ofLimits(item),
    ...ofMaterials(item),
    ...ofTexts(item),
    ...lintCourse(item).map((complaint) => remark('course', 'fault', complaint)),
    ...(item.type !== undefined && !isOnApplication(item.type) && item.kind !== undefined
      ? [
          remark('listed-only', 'doubt', {
            field: 'type',
            message: '该类型不依申请办理，不应设办件类型',
          }),
        ]
      : []),
  ];
}
const isOnApplication = (type: ItemType): boolean => ON_APPLICATION.has(type);
