import type { SignName } from './Sign.vue';

export interface Mark {
  readonly sign: SignName;
  readonly word: string;
  readonly tone: 'bad' | 'warn' | 'good' | 'quiet' | 'brand';
}
const mark = (sign: SignName, word: string, tone: Mark['tone']): Mark => ({ sign, word, tone });

/** How a score stands to its rule. */
export const rowMarks = {
  agrees: mark('check', '相符', 'good'),
  contradicts: mark('cross', '不符', 'bad'),
  'no-figure': mark('question', '无依据', 'warn'),
  judged: mark('diamond', '主观评定', 'quiet'),
} as const;

/** What a finding says. */
export const verdictMarks = {
  contradiction: mark('cross', '矛盾', 'bad'),
  doubtful: mark('question', '待说明', 'warn'),
  rounding: mark('wave', '尾差', 'quiet'),
  consistent: mark('check', '相符', 'good'),
} as const;

/** How far a section of the work has come. */
export const taskMarks = {
  untouched: mark('circle', '未开始', 'quiet'),
  lacking: mark('question', '待处理', 'warn'),
  filled: mark('half', '已填待核', 'brand'),
  checked: mark('check', '已核', 'good'),
  done: mark('check', '已完成', 'good'),
  conflicting: mark('cross', '有矛盾', 'bad'),
} as const;

export type RowStatus = keyof typeof rowMarks;
export type Verdict = keyof typeof verdictMarks;
export type TaskState = keyof typeof taskMarks;
