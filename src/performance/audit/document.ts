import type { Extracted } from '#documents/extracted.ts';
import type { AuditedDocument, DocumentKind } from './audit.ts';
import { fold, quote } from './text/fold.ts';

const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['disclosure-report', /信息公开(?:工作)?(?:情况)?(?:的)?年度报告|信息公开年报|政府信息公开申请情况/g],
  ['self-evaluation', /绩效(?:自评|评价)|自评(?:报告|得分|表)|整体支出|三公经费|评分标准/g],
  ['rating-bulletin', /好差评|评价器|差评|好评率|非常满意/g],
  ['hotline-bulletin', /热线|工单|诉求|话务|来电|办结率/g],
];

/** Kind, title, year and unit of a document; null for what it does not say. */
export function identify(extracted: Extracted): AuditedDocument {
  const head = extracted.lines.slice(0, 60).map((line) => fold(line.text).trim());
  const whole = fold(
    extracted.lines
      .slice(0, 4000)
      .map((line) => line.text.slice(0, 2000))
      .join('\n'),
  ).slice(0, 400_000);
  const title = titleOf(head, extracted);
  return {
    kind: kindOf(title, whole),
    title,
    year: yearOf(title, head.join('\n'), whole),
    unit: unitOf(title, whole),
  };
}

function titleOf(head: readonly string[], extracted: Extracted): string {
  const named = /(?:报告|通报|自评表|评分表|简报|公报|情况|年报|分析)$/;
  const short = head.filter((line) => line !== '' && line.length <= 60);
  const plain = (line: string): boolean => !/^[一二三四五六七八九十(（\d]{1,3}[、.)）]/.test(line);
  const found = short.slice(0, 12).findIndex((line) => named.test(line) && plain(line));
  if (found >= 0) {
    const line = short[found] ?? '';
    const above = short[found - 1] ?? '';
    // A title broken over two lines: the year and the name above, 自评报告 below.
    return quote(
      found > 0 && found <= 2 && line.length <= 16 && above.length <= 40 && plain(above)
        ? above + line
        : line,
      80,
    );
  }
  const later = extracted.lines.find(
    (line) => line.text.length <= 60 && /(?:自评报告|评分表|年度报告|通报)$/.test(line.text.trim()),
  );
  return quote(later?.text ?? short[0] ?? '', 80);
}

function kindOf(title: string, whole: string): DocumentKind {
  for (const [kind, pattern] of KINDS) if (new RegExp(pattern.source).test(title)) return kind;
  const counts = KINDS.map(([kind, pattern]) => [kind, whole.match(pattern)?.length ?? 0] as const);
  const [kind, count] = counts.toSorted((a, b) => b[1] - a[1])[0] ?? ['other', 0];
  return count >= 2 && isSpokenTwice(kind, whole) ? kind : 'other';
}

/** 办理12345热线工单214件，办结率100%: one sentence of a town's year does not make a bulletin of it. */
const isSpokenTwice = (kind: DocumentKind, whole: string): boolean => {
  const source = KINDS.find(([each]) => each === kind)?.[1].source ?? '';
  return whole.split(/[。\n]/).filter((sentence) => new RegExp(source).test(sentence)).length >= 2;
};

/** The year in the title; else the year most often named. */
function yearOf(title: string, head: string, whole: string): number | null {
  const inTitle =
    /((?:19|20)\d\d)\s?年/.exec(title) ?? /((?:19|20)\d\d)\s?年度(?!预算)/.exec(head.slice(0, 600));
  if (inTitle) return Number(inTitle[1]);
  const counts = new Map<number, number>();
  for (const match of whole.matchAll(/(?<!\d)((?:19|20)\d\d)\s?年/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

const UNIT_LABEL =
  /(?:部门\s{0,2}[(]单位[)]名称|单位名称|部门名称|填报单位|预算单位|评价单位|编报单位|部门[(]单位[)])[ \t]{0,4}[(（]?(?:盖章|公章)?[)）]?[ \t]{0,4}[:：][ \t_]{0,20}([\u4e00-\u9fff（）()]{3,40})/;
const UNIT_NAME =
  /[\u4e00-\u9fff]{2,20}?(?:人民政府办公室|人民政府|管理局|监督管理局|服务局|委员会|街道办事处|办公室|事务中心|服务中心|指挥中心|公安局|[\u4e00-\u9fff]{2}局|中心|管委会|政府)/;

/** 国家税务总局清江县税务局: the office below bears its superior's name. */
const UNDER =
  /^[\u4e00-\u9fff]{1,6}[省市县区州旗][\u4e00-\u9fff]{0,8}?(?:分局|支局|中心支行|支行|局)|^[\u4e00-\u9fff]{2,8}?(?:分局|支局)/;
/** The organ on a line of its own above the day: who issued the paper. */
const SIGNED =
  /\n[ \t]{0,40}([\u4e00-\u9fff]{4,24}(?:局|委员会|办公室|中心|政府))[ \t]{0,20}\n[ \t]{0,60}[(]?20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/;

function unitOf(title: string, whole: string): string | null {
  const labelled = UNIT_LABEL.exec(whole)?.[1];
  if (labelled) return labelled.trim();
  const plain = title.replace(/关于|(?:19|20)\d\d\s?年度?/g, '');
  const inTitle = UNIT_NAME.exec(plain)?.[0];
  if (inTitle) return inTitle + (UNDER.exec(plain.slice(plain.indexOf(inTitle) + inTitle.length))?.[0] ?? '');
  const signed = SIGNED.exec(whole)?.[1];
  if (signed) return signed;
  const counts = new Map<string, number>();
  for (const match of whole
    .slice(0, 60_000)
    .replace(/《[^《》]{0,80}》/g, '')
    .matchAll(
      /[\u4e00-\u9fff]{2,8}[县区市镇乡州省][\u4e00-\u9fff]{2,12}(?:局|委员会|办公室|中心)(?=[，。、,\s在于成是为认坚按根(（]|\d)/g,
    )) {
    const name = match[0].replace(
      /^(?:.*(?:分别|的|均|率较高)为|.*[为是]|其中|以及|由)(?=[\u4e00-\u9fff]{0,6}[县区市镇乡州省])/,
      '',
    );
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0]?.[0] ?? null;
}
