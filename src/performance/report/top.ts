import { cell, headCell, heading, note, numberCell, table, type Block } from '#documents/index.ts';
import type { Writing } from './reported.ts';
import { resultsOf, sectionRuns } from './narrative.ts';
import { dutiesOf } from './duties.ts';
import { claimedGrade, figureRun } from './reported.ts';

/** The three numbers before anything else: claimed, by the rules, and how far that can move. */
export function summary({ assessment, content }: Writing): readonly Block[] {
  const { claimed, recomputed, range, grade, unsupported, judged } = assessment.score;
  return [
    table('得分对照', { columns: [2, 2, 2, 2] }, [
      [headCell('自评得分'), headCell('按评分标准计算'), headCell('可能区间'), headCell('等次')],
      [
        numberCell(claimed, { align: 'center' }),
        numberCell(recomputed, { align: 'center', shade: claimed === recomputed ? 'none' : 'attention' }),
        cell(`${range.low}—${range.high}`, { align: 'center' }),
        cell(`${claimedGrade(content, grade.claimed)} → ${grade.recomputed ?? '无法判定'}`, {
          align: 'center',
        }),
      ],
    ]),
    note(
      `没有数据的指标${unsupported.rows}项（分值${unsupported.full}分，已计入${unsupported.points}分）；由评价人员判断、不作计算的指标${judged.rows}项（已计入${judged.points}分）。等次按${grade.scale}。`,
    ),
  ];
}

/** 一、部门（单位）基本概况. */
export function basics(writing: Writing): readonly Block[] {
  const value = (key: string): string => writing.book.figure(key)?.value ?? '';
  const wide = (label: string, runs: Parameters<typeof cell>[0]) => [
    headCell(label),
    cell(runs, { columnSpan: 3 }),
  ];
  const work = Object.values(writing.content.goals)
    .filter((goal) => goal.group === '定性目标')
    .toSorted((a, b) => a.order - b.order)
    .map((goal, index) => `任务${index + 1}：${goal.name}。`);
  return [
    heading(1, '一、部门（单位）基本概况'),
    table('部门（单位）基本概况', { columns: [3, 4, 3, 4], headerRows: 0 }, [
      [headCell('联系人'), cell(''), headCell('联络电话'), cell('')],
      [
        headCell('人员编制'),
        numberCell(figureRun(writing, 'staff.established', value('staff.established'))),
        headCell('实有人数'),
        numberCell(figureRun(writing, 'staff.actual', value('staff.actual'))),
      ],
      wide('职能职责概述', sectionRuns(writing, 'duties', dutiesOf(writing))),
      wide(
        '年度主要工作内容',
        sectionRuns(writing, 'mainWork', work.length > 0 ? [{ text: work.join('\n') }] : []),
      ),
      wide('年度部门（单位）总体运行情况及取得的成绩', sectionRuns(writing, 'results', resultsOf(writing))),
    ]),
  ];
}
