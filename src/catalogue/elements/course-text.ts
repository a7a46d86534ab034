import type { Commitment, Condition, Situation, Step, Survey } from './course-kinds.ts';

/**
 * The 办理配置 of an item as lines of text, for a cell of a table, a comparison and a paper; `read-course.ts` reads them back.
 * `Q：A｜B`, with 〔Q＝A｜B；…〕 behind it where it holds only then.
 */
export const conditionText = ({ question, oneOf }: Condition): string => `${question}＝${oneOf.join('｜')}`;
const conditionsText = (when: readonly Condition[] | undefined): string =>
  when && when.length > 0 ? `〔${when.map(conditionText).join('；')}〕` : '';

const situationText = ({ question, choices, when }: Situation): string =>
  `${question}：${choices.join('｜')}${conditionsText(when)}`;
const stepText = ({ stage, department, task, days, isFirstReview }: Step): string =>
  `${stage} ${department}：${task}${isFirstReview === true ? '〔下级初审〕' : ''}${days === null ? '' : `〔${days}日〕`}`;
const surveyText = ({ department, conditions }: Survey): string => `${department}：${conditions.join('；')}`;

function commitmentText({ text, exclusions, replaces, checkWithin }: Commitment): readonly string[] {
  return [
    ...(replaces.length > 0 ? [`免交：${replaces.join('；')}`] : []),
    ...(exclusions.length > 0 ? [`不适用：${exclusions.join('；')}`] : []),
    ...(checkWithin === null ? [] : [`核查：${checkWithin}个工作日内`]),
    // Last, because it may itself run over several lines.
    `承诺：${text}`,
  ];
}

const WRITTEN = {
  situations: (value: unknown) => (value as readonly Situation[]).map(situationText),
  steps: (value: unknown) => (value as readonly Step[]).map(stepText),
  surveys: (value: unknown) => (value as readonly Survey[]).map(surveyText),
  commitment: (value: unknown) => commitmentText(value as Commitment),
} as const;
export type CourseKind = keyof typeof WRITTEN;
export const isCourseKind = (kind: string): kind is CourseKind => Object.hasOwn(WRITTEN, kind);

/** One value as lines. */
export const courseText = (kind: CourseKind, value: unknown): string => WRITTEN[kind](value).join('\n');
