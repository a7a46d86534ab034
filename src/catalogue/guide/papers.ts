import type { PaperFormat, PaperSheet } from '#documents/index.ts';
import type { FactKey } from './facts.ts';

export type PaperPart =
  'questions' | 'materials' | 'left-out' | 'process' | 'steps' | 'applicant' | 'hand-over';
export type ItemFormat = Extract<PaperFormat, 'docx' | 'pdf' | 'html'>;

/** A paper of an item: which facts it says and which lists it has, in order. What is in them is the guide's alone. */
export interface PaperPlan {
  readonly title: string;
  readonly facts: readonly FactKey[];
  readonly parts: readonly PaperPart[];
  readonly formats: readonly ItemFormat[];
  readonly sheet: PaperSheet;
}

const WRITTEN = ['docx', 'pdf', 'html'] as const;
const HOW_LONG = ['legal', 'promised', 'special'] as const;
const WHERE = ['place', 'hours'] as const;
const WHOM_TO_ASK = ['consult', 'complaint'] as const;

export const PAPERS = {
  guide: {
    title: '办事指南',
    facts: [
      'body',
      'audience',
      'conditions',
      'forms',
      'online',
      ...WHERE,
      'reach',
      'visits',
      ...HOW_LONG,
      'fee',
      'result',
      'post',
      'survey',
      'tolerance',
      'commitment',
      ...WHOM_TO_ASK,
      'basis',
      'questions',
    ],
    parts: ['questions', 'materials', 'left-out', 'steps', 'process'],
    formats: WRITTEN,
    sheet: 'A4',
  },
  notice: {
    title: '一次性告知单',
    facts: ['body', 'conditions', ...WHERE, ...HOW_LONG, 'fee', 'tolerance', 'commitment', 'consult'],
    parts: ['questions', 'materials', 'left-out', 'hand-over'],
    formats: WRITTEN,
    sheet: 'A4',
  },
  chart: {
    title: '办理上墙图',
    facts: ['body', 'audience', ...WHERE, ...HOW_LONG, 'fee', 'result', ...WHOM_TO_ASK],
    parts: ['steps', 'process', 'materials'],
    formats: ['pdf'],
    sheet: 'A1',
  },
  card: {
    title: '便民卡',
    facts: [...WHERE, 'promised', 'fee', 'consult'],
    parts: ['materials'],
    formats: ['pdf'],
    sheet: 'A6',
  },
  intake: {
    title: '收件登记表',
    facts: ['body', 'promised', 'fee'],
    parts: ['applicant', 'questions', 'materials', 'hand-over'],
    formats: WRITTEN,
    sheet: 'A4',
  },
  process: {
    title: '办理流程与时限',
    facts: ['body', ...HOW_LONG, 'survey', 'result'],
    parts: ['steps', 'process'],
    formats: WRITTEN,
    sheet: 'A4',
  },
} as const satisfies Readonly<Record<string, PaperPlan>>;
export type PaperKind = keyof typeof PAPERS;
