import { Check } from 'typebox/value';
import type { Commitment, Condition, Situation, Step, Survey } from '../elements/course-kinds.ts';
import { COURSE_SCHEMAS } from '../elements/course-schema.ts';
import type { CourseKind } from '../elements/course-text.ts';
import type { ReadValue } from './read-value.ts';

const parted = (text: string, mark: string): readonly string[] =>
  text
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `Q＝A｜B；R＝C`, as it stands between 〔 and 〕. Undefined when one of them is none. */
function readConditions(text: string): readonly Condition[] | undefined {
  const read = parted(text, '；').map((each) => {
    const [question = '', choices = ''] = each.split('＝');
    return { question: question.trim(), oneOf: parted(choices, '｜') };
  });
  return read.every(({ question, oneOf }) => question !== '' && oneOf.length > 0) ? read : undefined;
}

function readSituation(line: string): Situation | undefined {
  const [, question, choices = '', told] = /^([^：]+)：([^〔]+)(?:〔([^〕]*)〕)?$/.exec(line) ?? [];
  const when = told === undefined ? undefined : readConditions(told);
  if (question === undefined || (told !== undefined && !when)) return undefined;
  const read = parted(choices, '｜');
  return read.length < 2
    ? undefined
    : { question: question.trim(), choices: read, ...(when ? { when } : {}) };
}

function readStep(line: string): Step | undefined {
  const [, stage, department, task, first, days] =
    /^(\d{1,2})[.、\s]\s*([^：]+)：([^〔]+)(〔下级初审〕)?(?:〔(\d{1,3})日〕)?$/.exec(line) ?? [];
  if (stage === undefined || department === undefined || task === undefined) return undefined;
  const left = days === undefined ? null : Number(days);
  const step = { stage: Number(stage), department: department.trim(), task: task.trim(), days: left };
  return first === undefined ? step : { ...step, isFirstReview: true };
}

function readSurvey(line: string): Survey | undefined {
  const [, department, conditions = ''] = /^([^：]+)：(.*)$/.exec(line) ?? [];
  return department === undefined
    ? undefined
    : { department: department.trim(), conditions: parted(conditions, '；') };
}

function readCommitment(told: string): Commitment | undefined {
  const [head = '', text] = told.split(/(?:^|\n)承诺：/, 2);
  if (text === undefined || text.trim() === '') return undefined;
  const list = (title: string): readonly string[] =>
    parted(new RegExp(`^${title}：(.*)$`, 'm').exec(head)?.[1] ?? '', '；');
  const days = /^核查：(\d{1,3})个工作日内$/m.exec(head)?.[1];
  return {
    text: told.slice(told.indexOf('承诺：') + 3).trim(),
    exclusions: list('不适用'),
    replaces: list('免交'),
    checkWithin: days === undefined ? null : Number(days),
  };
}

const LINES: Readonly<Record<string, (line: string) => unknown>> = {
  situations: readSituation,
  steps: readStep,
  surveys: readSurvey,
};
const EXAMPLES: Readonly<Record<CourseKind, string>> = {
  situations: '是否委托他人办理：是｜否',
  steps: '1 区水利局：审查〔5日〕',
  surveys: '区水利局：取水口位置相符；计量设施已装',
  commitment: '承诺：……',
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

function readText(kind: CourseKind, text: string): unknown {
  if (/^[[{]/.test(text)) return readJson(text);
  if (kind === 'commitment') return readCommitment(text);
  const value = parted(text, '\n').map(LINES[kind]!);
  return value.includes(undefined) ? undefined : value;
}

/** Reads an element of 办理配置: the value itself (json), the value as text of json, or the lines `courseText` writes. */
export function readCourse(kind: CourseKind, told: unknown, title: string): ReadValue {
  const text = typeof told === 'string' ? told.replaceAll('\r', '').trim() : '';
  const isWritten = typeof told !== 'object' || told === null;
  if (isWritten && text === '') return undefined;
  const value = isWritten ? readText(kind, text) : told;
  if (value !== undefined && Check(COURSE_SCHEMAS[kind](title), value)) return { value };
  return { fault: `${title}应如“${EXAMPLES[kind]}”${text === '' ? '' : `，现为“${text.slice(0, 40)}”`}` };
}
