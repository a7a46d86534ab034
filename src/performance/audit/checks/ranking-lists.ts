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
    const list = listFrom(statements, at);
    if (list.length < 2 || list.length > wanted + 3) return [];
    return [...counted(list, wanted, said[0]), ...falling(list)];
  });
}

function listFrom(statements: readonly Statement[], at: number): readonly Statement[] {
  const first = statements[at] as Statement;
  const rest = statements.slice(at + 1, at + 24);
  const end = rest.findIndex(
    (each) => each.paragraph !== first.paragraph || each.sentence !== first.sentence || !alike(each, first),
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

const falling = (list: readonly Statement[]): readonly Finding[] =>
  list.slice(1).flatMap((below, at) => {
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
