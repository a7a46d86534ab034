import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { countOf } from '../text/chinese-number.ts';
import { quote } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { isGloss } from './glosses.ts';

const NUMBER = String.raw`(\d{1,2}|[一二两三四五六七八九十]{1,3})`;
const WORD = '(?:个|项|类|大|种|家|处|所|名|条)';
const NOUN = String.raw`([^，,。;；:：、()（）\d]{1,16})`;

/** 5个必设窗口：甲、乙、丙、丁、戊 */
const AFTER_COLON = new RegExp(`(?<![\\d.第])${NUMBER}${WORD}${NOUN}[:：]([^，,。;；:：]{3,240})`, 'g');
/** 2个事业单位（甲和乙） */
const IN_BRACKETS = new RegExp(`(?<![\\d.第])${NUMBER}${WORD}${NOUN}[(]([^()]{3,240})[)]`, 'g');
/** 甲、乙、丙等三个单位: the number; what stands before it is looked up from there. */
const COUNTED = new RegExp(`(等)?(?<![\\d.第])${NUMBER}${WORD}([^，,。;；:：、()（）\\d]{0,12})`, 'g');
const BREAK = /[，,。;；:：()（）\d]/;
const LONGEST_LIST = 240;
/** 三项措施：一是 … 二是 … */
const ORDINALS = new RegExp(
  `(?<![\\d.第])${NUMBER}(?:个|项|条|点|方面|大)([^。:：\\d]{0,12})[:：]\\s{0,3}(一是|①)`,
  'g',
);

/** Lists whose length is said: the number against the members. */
export const enumerations = (paragraphs: readonly Paragraph[]): readonly Finding[] =>
  paragraphs.flatMap((paragraph) => {
    if (!/[:：、(]/.test(paragraph.text)) return [];
    return [
      ...following(paragraph, AFTER_COLON),
      ...following(paragraph, IN_BRACKETS),
      ...preceding(paragraph),
      ...ordinals(paragraph),
    ];
  });

interface Length {
  readonly least: number;
  readonly most: number;
  readonly open: boolean;
}

/** Members between 、; 和 may join two of them or stand inside one name, and 等 leaves the list open. */
function lengthOf(list: string): Length | undefined {
  const bare = list.replace(/[(][^()]{0,80}[)]|《[^《》]{0,80}》|“[^“”]{0,80}”|"[^"]{0,80}"/g, '某').trim();
  const open = /等(?:等|\S{0,6})?$/.test(bare);
  const parts = bare.split('、');
  const joined = parts
    .map((part) => part.match(/[和与及]|以及/g)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
  if (parts.some((part) => part.trim() === '' || part.length > 30)) return undefined;
  return { least: parts.length, most: parts.length + joined, open };
}

function following(paragraph: Paragraph, pattern: RegExp): readonly Finding[] {
  const found: Finding[] = [];
  for (const match of paragraph.text.matchAll(pattern)) {
    const stated = countOf(match[1] ?? '');
    const list = match[3] ?? '';
    const length = lengthOf(list);
    if (stated === undefined || stated < 2 || !length || /\d|占|其中|详见|含|如|万元/.test(list)) continue;
    if (pattern === IN_BRACKETS && isGloss(match[2] ?? '', list)) continue;
    const listed =
      list.includes('、') ||
      (length.most > 1 &&
        (length.most === stated || list.split(/[和与及]/).every((part) => SUFFIX.test(part.trim()))));
    if (!listed) continue;
    found.push(...listFinding(paragraph, { match, stated, length, firm: true }));
  }
  return found;
}

const SUFFIX =
  /(局|办|股|室|科|中心|站|所|镇|乡|村|社区|街道|委|处|院|窗口|平台|系统|制度|公司|专栏|栏目|渠道)$/;

function preceding(paragraph: Paragraph): readonly Finding[] {
  if (!paragraph.text.includes('、')) return [];
  const found: Finding[] = [];
  for (const match of paragraph.text.matchAll(COUNTED)) {
    const list = listBefore(paragraph.text, match.index);
    const stated = countOf(match[2] ?? '');
    if (/\d/.test(paragraph.text[match.index - list.length - 1] ?? '') || (match[3] ?? '').trim() === '')
      continue;
    const length = list.includes('、') ? lengthOf(list) : undefined;
    if (stated === undefined || stated < 2 || !length) continue;
    const parts = list.split('、');
    const open = match[1] === '等';
    const alike = parts.slice(1).every((part) => SUFFIX.test(part.trim()));
    const exact = stated >= length.least && stated <= length.most;
    if (!open && !alike) continue;
    if (!exact && open && (length.least <= stated || !shortParts(parts))) continue;
    const whole = { 0: `${list}${match[0]}`, index: match.index - list.length };
    found.push(
      ...listFinding(paragraph, { match: whole, stated, length: { ...length, open }, firm: alike || open }),
    );
  }
  return found;
}

function listBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && at - from < LONGEST_LIST && !BREAK.test(text[from - 1] ?? '')) from -= 1;
  return text.slice(from, at);
}

const shortParts = (parts: readonly string[]): boolean => parts.slice(1).every((part) => part.length <= 12);

interface Listed {
  readonly match: { readonly 0: string; readonly index?: number };
  readonly stated: number;
  readonly length: Length;
  readonly firm: boolean;
}

function listFinding(paragraph: Paragraph, { match, stated, length, firm }: Listed): readonly Finding[] {
  const holds = stated >= length.least && stated <= length.most;
  if (!holds && length.open && length.least < stated) return [];
  const counted = stated < length.least ? length.least : length.most;
  const verdict = holds ? 'consistent' : firm ? 'contradiction' : 'doubtful';
  const text = quote(match[0], 80);
  const calc = `文中称${stated}项，逐一列出${holds ? stated : counted}项：${text}`;
  const place = { line: paragraph.lineAt(match.index ?? 0), place: paragraph.section || '正文', text };
  return [
    finding({
      kind: 'enumeration',
      verdict,
      severity: holds ? 'minor' : 'major',
      a: String(stated),
      b: String(holds ? stated : counted),
      calc,
      where: [place],
    }),
  ].map((each) => ({
    ...each,
    difference: String(stated - (holds ? stated : counted)),
  }));
}

const FIRST = ['一是', '二是', '三是', '四是', '五是', '六是', '七是', '八是', '九是', '十是'];
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫';

function ordinals(paragraph: Paragraph): readonly Finding[] {
  const found: Finding[] = [];
  for (const match of paragraph.text.matchAll(ORDINALS)) {
    const stated = countOf(match[1] ?? '');
    if (stated === undefined || stated < 2 || stated > 10) continue;
    const rest = paragraph.text.slice(match.index + match[0].length - 2, match.index + 4000);
    const marks = match[3] === '①' ? [...CIRCLED] : FIRST;
    let count = 0;
    for (let at = 0; count < marks.length; count += 1) {
      const next = rest.indexOf(marks[count] ?? '', at);
      // A second 一是 opens another list.
      if (next < 0 || (count > 0 && rest.slice(at, next).includes(marks[0] ?? ''))) break;
      at = next + 1;
    }
    const length = { least: count, most: count, open: false };
    if (count >= 2) found.push(...listFinding(paragraph, { match, stated, length, firm: true }));
  }
  return found;
}
