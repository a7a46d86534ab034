import { compare } from '#lib/fraction.ts';
import type { Finding } from '../audit.ts';
import { finding } from '../finding.ts';
import { countOf } from '../text/chinese-number.ts';
import { said } from '../text/figure.ts';
import { quote } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { Statement } from '../text/statement.ts';
import { placeOfStatement } from './places.ts';

const RANKED =
  /(?:前|首)\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:位|名)(?!以)[^。;，,:：]{0,20}[:：是为]/;

/** Words by which a list may begin with the least, and by which the other end of a ranking begins. */
const LEAST_FIRST =
  /后\s?[\d一二三四五六七八九十]|居后|末|倒数|最短|最少|最低|较低|较少|较短|由[低少短小]到|从[低少短小]到|升序|降幅|下降|减少/;

/** 排名前五位的依次是甲8120条、乙6234条 …: as many as said, and none above the one before. */
export function rankingLists(
  statements: readonly Statement[],
  paragraphs: readonly Paragraph[],
): readonly Finding[] {
  return statements.flatMap((first, at) => {
    const text = paragraphs[first.paragraph]?.text ?? '';
    const from = text.lastIndexOf('。', first.start) + 1;
    const said = RANKED.exec(text.slice(from, first.start));
    const wanted = said ? countOf(said[1] ?? '') : undefined;
    const before = statements[at - 1];
    const isFirst =
      said && (before?.paragraph !== first.paragraph || before.start <= from + said.index + said[0].length);
    if (!isFirst || wanted === undefined || wanted < 2) return [];
    const list = listFrom(statements, at, text);
    if (list.length < 2 || list.length > wanted + 3) return [];
    const words = text.slice(from, first.start);
    return [...counted(list, wanted, said[0]), ...(LEAST_FIRST.test(words) ? [] : falling(list))];
  });
}

function listFrom(statements: readonly Statement[], at: number, text: string): readonly Statement[] {
  const first = statements[at] as Statement;
  const rest = statements.slice(at + 1, at + 24);
  const end = rest.findIndex(
    (each, i) =>
      each.paragraph !== first.paragraph ||
      each.sentence !== first.sentence ||
      !alike(each, first) ||
      LEAST_FIRST.test(text.slice((statements[at + i] as Statement).start, each.start)),
  );
  return [first, ...(end < 0 ? rest : rest.slice(0, end))];
}
const alike = (a: Statement, b: Statement): boolean =>
  a.figure.unit.text === b.figure.unit.text && a.role === 'level' && !/合计|共/.test(a.subject);

function counted(list: readonly Statement[], wanted: number, words: string): readonly Finding[] {
  const holds = list.length === wanted;
  if (!holds && Math.abs(list.length - wanted) > 2) return [];
  const calc = `“${quote(words, 24)}”，逐一列出${list.length}个`;
  return [
    {
      ...finding({
        kind: 'enumeration',
        verdict: holds ? 'consistent' : 'doubtful',
        a: String(wanted),
        b: String(list.length),
        calc,
        where: list.slice(0, 12).map(placeOfStatement),
      }),
      difference: String(wanted - list.length),
    },
  ];
}

/** A list that rises all the way begins with the least: that is an order too. */
const rises = (list: readonly Statement[]): boolean =>
  list.slice(1).every((each, at) => compare((list[at] as Statement).figure.value, each.figure.value) <= 0);

const falling = (list: readonly Statement[]): readonly Finding[] =>
  (rises(list) ? [] : list.slice(1)).flatMap((below, at) => {
    const above = list[at];
    if (
      !above ||
      above.figure.approximate ||
      below.figure.approximate ||
      compare(above.figure.value, below.figure.value) >= 0
    )
      return [];
    const calc = `按位次排列，${quote(above.subject, 16)}${said(above.figure)}在前，${quote(below.subject, 16)}${said(below.figure)}在后`;
    return [
      finding({
        kind: 'order',
        verdict: 'contradiction',
        a: above.figure.value,
        b: below.figure.value,
        unit: above.figure.unit,
        calc,
        where: [above, below].map(placeOfStatement),
      }),
    ];
  });
