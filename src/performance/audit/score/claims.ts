import { type Fraction } from '#lib/fraction.ts';
import { gradeWord, ministryScale, parseGradeScale, type GradeScale } from '#performance/rules/index.ts';
import type { Place } from '../audit.ts';
import type { Fact } from '../facts/fact.ts';
import type { Table } from '../tables/table.ts';
import { quote, tight } from '../text/fold.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { Statement } from '../text/statement.ts';
import { placeOfStatement } from '../checks/places.ts';
import type { ScoreSheet } from './sheet.ts';

export interface ClaimedTotal {
  readonly value: Fraction;
  readonly place: Place;
}
export interface ClaimedGrade {
  /** 优, 良, 中, 差. */
  readonly grade: string;
  readonly place: Place;
}

const TOTAL_NAME =
  /(?:综合|自评|评价|最终|绩效|合计)(?:综合)?(?:总)?(?:得分|评分|分数|总分|分值)$|^总(?:得)?分$|^得分$|自评分$/;

/** Every place that states the whole score: the sheet's last row, a cell beside 综合得分, a sentence. */
export function claimedTotals(
  sheet: ScoreSheet,
  facts: readonly Fact[],
  statements: readonly Statement[],
): readonly ClaimedTotal[] {
  const found: ClaimedTotal[] = [];
  if (sheet.total?.claimed) found.push({ value: sheet.total.claimed.value, place: sheet.total.place });
  for (const fact of facts) {
    if (
      fact.source === 'pair' &&
      TOTAL_NAME.test(fact.name) &&
      !found.some((each) => each.place.line === fact.place.line)
    )
      found.push({ value: fact.figure.value, place: fact.place });
  }
  for (const statement of statements) {
    const subject = tight(statement.subject).replace(/(?:为|是|达|得|共|[:：])+$/, '');
    if (
      statement.figure.unit.dimension !== 'score' ||
      statement.role !== 'level' ||
      statement.figure.approximate
    )
      continue;
    if (
      /(?:综合|自评|自我评价|整体支出|绩效).{0,12}(?:得分|评分|总分|分数|评价)$|^总(?:得)?分$|自评$|综合得分$|评价得分$/.test(
        subject,
      ) &&
      !/满分|分值|折算|百分制|上年|以上|扣|指标|产出|效益|执行|满意|过程|投入|决策|管理|履职|平均|各/.test(
        subject,
      )
    ) {
      found.push({ value: statement.figure.value, place: placeOfStatement(statement) });
    }
  }
  return found;
}

const GRADE =
  /(?:评价|自评|绩效|评定|综合)(?:结果)?(?:等次|等级|级别|结论|结果)(?:评定)?(?:为|是|[:：])?[“"]?(优秀|优|良好|良|中等|中|合格|差|较差|不合格)(?!化|势|先)/;
const SAID =
  /(?:评(?:定|为)|等[级次]为|档次为|结果为|属于?)[“"]?(优秀|优|良好|良|中等|中|差)[”"]?(?:等[级次]|档|级)?(?=[。，,;”"\s)]|$)/;

/** The grade a document gives itself. */
export function claimedGrade(
  tables: readonly Table[],
  paragraphs: readonly Paragraph[],
): ClaimedGrade | undefined {
  for (const table of tables) {
    for (const row of table.rows.slice(0, 500)) {
      const at = row.cells.findIndex(
        (cell) =>
          cell && /(?:等次|等级|评价结论|评价结果|级别)$/.test(tight(cell.text)) && cell.text.length <= 20,
      );
      const value =
        at < 0
          ? undefined
          : row.cells.slice(at + 1).find((cell) => cell && !cell.blank && cell !== row.cells[at]);
      const grade = value && gradeWord(tight(value.text));
      if (value && grade)
        return { grade, place: { line: value.line, place: '评价等次', text: quote(value.text) } };
    }
  }
  for (const paragraph of paragraphs) {
    const match =
      GRADE.exec(paragraph.text) ??
      (/自评|绩效|得分/.test(paragraph.text) ? SAID.exec(paragraph.text) : null);
    const grade = match && gradeWord(match[1] ?? '');
    if (match && grade)
      return {
        grade,
        place: {
          line: paragraph.lineAt(match.index),
          place: paragraph.section || '正文',
          text: quote(match[0]),
        },
      };
  }
  return undefined;
}

/** The form's own cuts where it prints any, else the Ministry's. */
export function scaleOf(paragraphs: readonly Paragraph[], tables: readonly Table[]): GradeScale {
  const texts = [
    ...paragraphs.map((each) => each.text),
    ...tables.flatMap((table) =>
      table.rows.slice(-6).map((row) => row.cells.map((cell) => cell?.text ?? '').join(' ')),
    ),
  ];
  for (const text of texts) {
    if (!/优/.test(text) || !/[689]\d/.test(text) || text.length > 20_000) continue;
    const scale = parseGradeScale(text);
    if (scale) return scale;
  }
  return ministryScale;
}
