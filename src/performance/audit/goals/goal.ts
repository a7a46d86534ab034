import type { Place } from '../audit.ts';
import type { Figure } from '../text/figure.ts';

/** One indicator with what was wanted and what was reached. */
export interface Goal {
  /** The indicator without its number and its value: 服务对象满意率. */
  readonly name: string;
  /** 成本指标, 数量指标 … */
  readonly group: string;
  readonly target: string;
  readonly actual: string;
  /** The wanted value, when one is printed. */
  readonly wanted: Figure | undefined;
  readonly sense: 'at-least' | 'at-most' | 'exactly';
  readonly place: Place;
  readonly actualPlace: Place;
  /** 分值 and 得分 of the row, where the table scores its goals. */
  readonly scored: 'full' | 'part' | 'none';
  /** What the row says behind the result: 完成率, 未完成原因. */
  readonly beside: readonly string[];
  readonly touches: string | null;
}
