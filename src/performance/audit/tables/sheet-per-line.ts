import type { ExtractedLine } from '#documents/extracted.ts';
import { cellFigure } from '../text/figure.ts';
import { fold, tight } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import type { RawCell, RawRow, RawTable } from './raw.ts';

interface Token {
  readonly text: string;
  readonly line: number;
}
/** The header of a score sheet, by what its columns hold. */
interface Header {
  readonly names: readonly Token[];
  readonly levels: number;
  readonly ruled: boolean;
  /** 指标值 and 完成值. */
  readonly values: number;
}

const LEVEL = /^[一二三四]级指标$/;
const RULE = /^(?:评分|评价|计分|考核)(?:标准|办法|细则|规则)$/;
const VALUE = /指标值$|目标值$|完成值$|完成情况$/;
const FULL = /^(?:分值|权重|满分|标准分)$/;
const SCORE = /得分$|^自评分$/;
const MOST = 1200;

/**
 * A score sheet of which every cell is a line and empty or merged cells are lost. Each row ends with two numbers,
 * 分值 and 得分; what stands before them is read from the right: rule, name, groups.
 */
export function sheetPerLine(
  lines: readonly ExtractedLine[],
  taken: (line: number) => boolean,
): readonly RawTable[] {
  const found: RawTable[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || taken(line.number) || tight(line.text) !== '一级指标') continue;
    const header = headerOf(tokensFrom(lines, at, 40));
    const table = header && sheetOf(header, tokensFrom(lines, at, MOST).slice(header.names.length));
    if (!table) continue;
    found.push(table);
    at += table.to - table.from;
  }
  return found;
}

const tokensFrom = (lines: readonly ExtractedLine[], at: number, most: number): readonly Token[] =>
  lines
    .slice(at, at + most)
    .flatMap((line) => (line.text.trim() === '' ? [] : [{ text: line.text.trim(), line: line.number }]));

function headerOf(tokens: readonly Token[]): Header | undefined {
  const words = tokens.slice(0, 12).map((token) => tight(token.text));
  const levels = words.findIndex((word) => !LEVEL.test(word));
  const full = words.findIndex((word) => FULL.test(word));
  if (levels < 2 || full < levels || !SCORE.test(words[full + 1] ?? '')) return undefined;
  const between = words.slice(levels, full);
  if (!between.every((word) => RULE.test(word) || VALUE.test(word))) return undefined;
  const reason = /原因|说明|备注/.test(words[full + 2] ?? '') ? 1 : 0;
  return {
    names: tokens.slice(0, full + 2 + reason),
    levels,
    ruled: between.some((word) => RULE.test(word)),
    values: between.filter((word) => VALUE.test(word)).length,
  };
}

const number = (token: Token | undefined): boolean =>
  token !== undefined && cellFigure(fold(token.text), bare)?.unit.text === '';
const TOTAL = /^(?:总分|合计|总计|总得分)$/;

function sheetOf(header: Header, tokens: readonly Token[]): RawTable | undefined {
  const rows: RawRow[] = [rowOf(header.names, 0)];
  let words: Token[] = [];
  let last = header.names.at(-1)?.line ?? 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (!number(token) || !number(tokens[at + 1])) {
      words.push(token);
      if (words.length > 24) break;
      continue;
    }
    const scores = [token, tokens[at + 1] as Token];
    const row = TOTAL.test(tight(words.at(-1)?.text ?? '')) ? undefined : bodyRow(header, words);
    if (row === undefined && !TOTAL.test(tight(words.at(-1)?.text ?? ''))) return undefined;
    rows.push(rowOf([...(row ?? totalRow(header, words)), ...scores], rows.length));
    last = scores[1]?.line ?? last;
    if (row === undefined) break;
    words = [];
    at += 1;
  }
  return rows.length < 3
    ? undefined
    : { rows, title: '', from: header.names[0]?.line ?? 1, to: last, known: true, guessed: true };
}

const rowOf = (tokens: readonly Token[], row: number): RawRow =>
  tokens
    .map((token, column): RawCell => ({
      text: token.text,
      line: token.line,
      column,
      columnSpan: 1,
      rowSpan: 1,
    }))
    .filter((cell) => cell.text !== '' || row === 0);

const empty = (line: number): Token => ({ text: '', line });
const totalRow = (header: Header, words: readonly Token[]): readonly Token[] => {
  const label = words.at(-1) ?? empty(0);
  return [
    label,
    ...Array.from({ length: header.levels - 1 + header.values + (header.ruled ? 1 : 0) }, () =>
      empty(label.line),
    ),
  ];
};

const REASON = /未|不够|不全|不足|暂|没有|因|较|部分|个别|尚|有待|推迟|偏|附件|结余|少/;
const WEIGHTED = /[（(]\s?\d{1,3}(?:\.\d)?\s?分?\s?[)）]$/;
const IS_RULE =
  /[。；;]$|按(?!时|期)|依据|参照|逐项|评定|\d\s?分|不得分|满分|[①②③]|每(?:超|少|低|减|出现|发现)|酌情|细化|根据/;

const isRule = ({ text }: Token): boolean =>
  text.length > 24 || (IS_RULE.test(fold(text)) && !WEIGHTED.test(text));

/** Groups, name, rule and values of a row; what the row before left as its reason is dropped. */
function bodyRow(header: Header, words: readonly Token[]): readonly Token[] | undefined {
  const values = words.slice(words.length - header.values);
  const rest = words.slice(0, words.length - header.values);
  const ruleAt = header.ruled ? rest.findIndex((token, at) => at > 0 && isRule(token)) : -1;
  const rule = ruleAt < 0 ? [] : rest.slice(ruleAt);
  const names = (ruleAt < 0 ? rest : rest.slice(0, ruleAt)).slice(-header.levels - 1);
  const own =
    names.length > 1 && REASON.test(names[0]?.text ?? '') && !/率|[（(]\s?\d/.test(names[0]?.text ?? '')
      ? names.slice(1)
      : names;
  if (own.length === 0 || own.length > header.levels) return undefined;
  const line = own[0]?.line ?? 0;
  const groups = [...Array.from({ length: header.levels - own.length }, () => empty(line)), ...own];
  const joined = header.ruled
    ? [{ text: rule.map((token) => token.text).join('\n'), line: rule[0]?.line ?? line }]
    : [];
  return [...groups, ...joined, ...values];
}
