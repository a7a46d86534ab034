/** A printed list: what stands before it, its items, and what is said of all of them after it. */
export interface PrintedList {
  readonly head: string;
  readonly items: readonly string[];
  readonly tail: string;
  /** The items when the last one keeps what follows it: for lists of rules, where 每低1个百分点 belongs to its item. */
  readonly whole: readonly string[];
}

const CIRCLED = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'];
const CHINESE = [...'一二三四五六七八九十'];
/** The n-th marker of each style. */
const STYLES: readonly ((n: number) => RegExp)[] = [
  (n) => new RegExp(`（${n}）、?`, 'u'),
  (n) => new RegExp(`（${CHINESE[n - 1] ?? '\\0'}）、?`, 'u'),
  (n) => new RegExp(`${CIRCLED[n - 1] ?? '\\0'}、?`, 'u'),
  (n) => new RegExp(`(?<![\\d.])${n}[.、）](?!\\d)`, 'u'),
  (n) => new RegExp(`(?<=^|[；。，：])${CHINESE[n - 1] ?? '\\0'}是`, 'u'),
  (n) => new RegExp(`(?<=^|[；。，：])第${CHINESE[n - 1] ?? '\\0'}[，、]`, 'u'),
];
const OF_ALL =
  /^(?:以上|上述|各项|每|全部|同时|有?(?:一|1)(?:项|条|例)|其中(?:一|1)|任(?:意)?一|缺|少|符合|满足|扣完|不计|不得|最低|最多|发现|出现|共|合计|按)/;

/** `text` is normalised. The outermost style (the one that starts first) makes the items; undefined without two. */
export function readList(text: string): PrintedList | undefined {
  const found = STYLES.map((style) => cut(text, style)).filter((each) => each !== undefined);
  return found.toSorted((a, b) => a.head.length - b.head.length)[0];
}

function cut(text: string, style: (n: number) => RegExp): PrintedList | undefined {
  const marks: { readonly at: number; readonly end: number }[] = [];
  for (let n = 1; n <= 20; n += 1) {
    const from = marks.at(-1)?.end ?? 0;
    const match = style(n).exec(text.slice(from));
    if (!match) break;
    marks.push({ at: from + match.index, end: from + match.index + match[0].length });
  }
  if (marks.length < 2) return undefined;
  const items = marks.map((mark, n) => text.slice(mark.end, marks[n + 1]?.at).replace(/[；。，]$/, ''));
  const { item, tail } = splitTail(items.at(-1) ?? '');
  const head = text.slice(0, marks[0]?.at).replace(/[；。，：]$/, '');
  const whole = isOwnRule(items, tail) ? items : [];
  return { head, items: [...items.slice(0, -1), item], tail, whole };
}

/** What follows the last item is its own when all items are that long, or when it steps a rate. */
const isOwnRule = (items: readonly string[], tail: string): boolean =>
  tail === '' ||
  items.slice(0, -1).every((each) => /[；。]/.test(each)) ||
  /^每(?:超|高|增|上升|提高|低|减|下降|降低|\d个?百分点)/.test(tail);

/** The last item runs on into what is said of all items: 以上情况每出现一例…. */
function splitTail(last: string): { readonly item: string; readonly tail: string } {
  const sentences = last.split(/(?<=[；。])/);
  const at = sentences.findIndex((each, n) => n > 0 && OF_ALL.test(each));
  if (at < 0) return { item: last, tail: '' };
  return {
    item: sentences
      .slice(0, at)
      .join('')
      .replace(/[；。]$/, ''),
    tail: sentences.slice(at).join(''),
  };
}
