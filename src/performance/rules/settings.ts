import type { PartOfStep } from './rule.ts';

/** The open questions no form answers. Each is printed on the sheet (`settingSentences`). */
export interface RuleSettings {
  /** 每超过一个百分点: does part of a step count not at all, as a whole one, or in proportion? */
  readonly partOfStep: PartOfStep;
  /** 80%-90%, 70%-80%: which band holds 80 when neither says 含: its lower end or its upper end? */
  readonly silentEnd: 'lower' | 'upper';
  /** 每低于5%: five percentage points, or five per cent of the threshold? */
  readonly percent: 'points' | 'relative';
}

export const defaultSettings: RuleSettings = { partOfStep: 'whole', silentEnd: 'lower', percent: 'points' };

const PART_OF_STEP: Readonly<Record<PartOfStep, string>> = {
  whole: '不足一步的部分：评分标准未写明，按整步计，不足一步不扣分',
  started: '不足一步的部分：评分标准未写明，按一步计',
  'pro-rata': '不足一步的部分：评分标准未写明，按比例计',
};
const SILENT_END: Readonly<Record<RuleSettings['silentEnd'], string>> = {
  lower: '分档两端均未注明“含”的：含下限，不含上限',
  upper: '分档两端均未注明“含”的：含上限，不含下限',
};
const PERCENT: Readonly<Record<RuleSettings['percent'], string>> = {
  points: '“每低于（超过）N%”：按N个百分点计',
  relative: '“每低于（超过）N%”：按标准值的N%计',
};

/** One printed Chinese sentence per open question. */
export const settingSentences = (settings: RuleSettings): readonly string[] => [
  PART_OF_STEP[settings.partOfStep],
  SILENT_END[settings.silentEnd],
  PERCENT[settings.percent],
];
