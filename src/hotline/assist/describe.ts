import type { Suggestion } from './suggest.ts';
import type { Evaluation, Method } from './topics/evaluate.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The suggestion in lines for a person. */
export function describeSuggestion({ topics, units, because }: Suggestion): string {
  const lines = topics.flatMap(({ label, p }) => {
    const spoken = because.filter((each) => each.label === label).map(({ gram }) => `“${gram}”`);
    return [`  ${label}  ${percent(p)}${spoken.length > 0 ? `  依据：${spoken.join('、')}` : ''}`];
  });
  const offices = units.map(({ name, p, because: why }) => `  ${name}  ${percent(p)}  依据：${why}`);
  return `${['主题（由工作人员确认）', ...lines, '承办单位（由工作人员确认）', ...offices].join('\n')}\n`;
}

const METHODS: Readonly<Record<Method, string>> = {
  shipped: '以已有模型评测，这些来信没有参加训练',
  'held-out': '这些来信参加过训练：每封由未见过它的那一折模型评测',
  'cross-validation': '交叉验证',
  given: '以指定的模型评测；模型若用这些来信训练过，结果偏高',
};

/** The marks in lines for a person. */
export function describeEvaluation(found: Evaluation): string {
  const labels = Object.entries(found.perLabel).map(
    ([label, { precision, recall, f1, rows }]) =>
      `  ${label}  ${rows} 件  精确 ${percent(precision)}  召回 ${percent(recall)}  F1 ${f1.toFixed(4)}`,
  );
  return [
    `${METHODS[found.method]}${found.folds === null ? '' : `（${found.folds} 折）`}，${found.rows} 件`,
    `准确率 ${percent(found.accuracy)}，宏平均 F1 ${found.macroF1.toFixed(4)}，前两个中有 ${percent(found.top2)}`,
    ...labels,
    `每件 ${found.msPerMessage.toFixed(2)} 毫秒（中位数）`,
  ].join('\n');
}
