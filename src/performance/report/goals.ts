import {
  cell,
  headCell,
  heading,
  numberCell,
  table,
  type Block,
  type Cell,
  type Run,
} from '#documents/index.ts';
import type { Goal, GoalGroup } from '../evaluation/parts.ts';
import { claimedGrade, type Writing } from './reported.ts';

const OUTPUT: readonly GoalGroup[] = ['质量指标', '数量指标', '时效指标', '成本指标'];
const EFFECT: readonly GoalGroup[] = ['社会效益', '经济效益', '生态效益', '社会公众或服务对象满意度'];

const inOrder = (goals: readonly Goal[]): readonly Goal[] => goals.toSorted((a, b) => a.order - b.order);

function actual(writing: Writing, goal: Goal): readonly Run[] {
  const ref = goal.figure === null ? undefined : writing.ref(goal.figure);
  return [ref === undefined ? { text: goal.actual } : { text: goal.actual, ref }];
}

/** One row for each indicator; the object and its group are spanned over their rows. */
function indicatorRows(
  writing: Writing,
  object: string,
  groups: readonly GoalGroup[],
): readonly (readonly Cell[])[] {
  const goals = Object.values(writing.content.goals);
  const filled = groups.flatMap((group) => {
    const own = inOrder(goals.filter((goal) => goal.group === group));
    return (own.length > 0 ? own : [undefined]).map((goal, index) => ({
      group,
      goal,
      index,
      count: Math.max(own.length, 1),
    }));
  });
  return filled.map(({ group, goal, index, count }, at) => [
    ...(at === 0 ? [cell(object, { rowSpan: filled.length })] : []),
    ...(index === 0 ? [cell(group, { rowSpan: count })] : []),
    cell(goal ? `指标${index + 1}：${goal.name}${goal.target === '' ? '' : `，${goal.target}`}` : ''),
    cell(goal ? actual(writing, goal) : ''),
  ]);
}

function qualitative(writing: Writing): Block {
  const goals = inOrder(Object.values(writing.content.goals).filter((goal) => goal.group === '定性目标'));
  return table('整体支出绩效定性目标及实施计划完成情况', { columns: [5, 9] }, [
    [headCell('预期目标'), headCell('实际完成')],
    ...goals.map((goal, index) => [cell(`目标${index + 1}：${goal.name}`), cell(actual(writing, goal))]),
  ]);
}

/** 三、部门（单位）整体支出绩效自评情况. */
export function selfEvaluation(writing: Writing): readonly Block[] {
  const { content, assessment } = writing;
  const { claimed, recomputed, range, grade } = assessment.score;
  return [
    heading(1, '三、部门（单位）整体支出绩效自评情况'),
    qualitative(writing),
    table('整体支出绩效定量目标及实施计划完成情况', { columns: [3, 3, 6, 6] }, [
      [headCell('评价内容', { columnSpan: 2 }), headCell('绩效目标'), headCell('完成情况')],
      ...indicatorRows(writing, '产出目标', OUTPUT),
      ...indicatorRows(writing, '效益目标', EFFECT),
    ]),
    table('综合得分和等次', { columns: [6, 4, 8], headerRows: 0 }, [
      [
        headCell('绩效自评综合得分'),
        numberCell(content.claimedTotal ?? claimed),
        cell(`按评分标准计算${recomputed}分，区间${range.low}—${range.high}分`),
      ],
      [
        headCell('评价等次'),
        cell(claimedGrade(content, grade.claimed)),
        cell(`按评分标准计算：${grade.recomputed ?? '无法判定'}`),
      ],
    ]),
  ];
}
