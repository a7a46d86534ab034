import type { TaskState } from '#desk/components/marks.ts';
import type { Evaluation, Finding } from './model.ts';

/** A part of the work on an evaluation: how far it is, and in words what is left to do in it. */
export interface Section {
  readonly page: string;
  readonly title: string;
  readonly state: TaskState;
  /** `2 项与规则不符，未写原因`; empty where nothing is left. */
  readonly said: string;
}
type Content = Pick<Evaluation, 'assessment' | 'figures' | 'goals' | 'sheet' | 'answers' | 'state'>;

/** From the signature on the content stands still: nobody has anything left to fill in or answer. */
const isFixed = (state: string): boolean => !['draft', 'self-scored', 'checked'].includes(state);

/** Questions that still want an answer; the same number everywhere it is told. */
export function openFindings({
  assessment,
  answers,
  state,
}: Pick<Content, 'assessment' | 'answers' | 'state'>): readonly Finding[] {
  if (isFixed(state)) return [];
  return assessment.findings.filter(
    ({ id, verdict }) => verdict !== 'consistent' && (id === undefined || answers[id] === undefined),
  );
}

interface Part {
  readonly filled: number;
  readonly conflicts: number;
  /** What is left, by its words; a count of zero is not told. */
  readonly left: readonly (readonly [count: number, said: string])[];
}
const toldOf = ({ left }: Part): string =>
  left.flatMap(([count, said]) => (count > 0 ? [said] : [])).join('，');

function stateOf(part: Part, state: string): TaskState {
  if (part.filled === 0) return 'untouched';
  if (state === 'published') return 'done';
  if (isFixed(state)) return 'checked';
  if (part.conflicts > 0) return 'conflicting';
  if (toldOf(part) !== '') return 'lacking';
  return state === 'checked' ? 'checked' : 'filled';
}

/** What each part of the evaluation leaves to do, in the words of its page. Questions are all counted in one place. */
function partsOf(content: Content): readonly (readonly [string, string, Part])[] {
  const { assessment, figures, goals, sheet } = content;
  const open = openFindings(content);
  const contradictions = open.filter((each) => each.verdict === 'contradiction').length;
  const lacking = new Set(assessment.missing.flatMap((each) => each.figures.map(({ key }) => key))).size;
  const [differing, unscored] = [assessment.demandReason.length, assessment.unscored.length];
  const given = Object.values(figures).filter((each) => each.value !== null).length;
  const scored = Object.values(sheet).filter((each) => each.points !== null).length;
  return [
    ['figures', '数据', { filled: given, conflicts: 0, left: [[lacking, `计分还缺 ${lacking} 个数`]] }],
    ['goals', '绩效目标', { filled: Object.keys(goals).length, conflicts: 0, left: [] }],
    [
      'sheet',
      '自评得分',
      {
        filled: scored,
        conflicts: differing,
        left: [
          [differing, `${differing} 项与规则不符，未写原因`],
          [unscored, `${unscored} 项未打分`],
        ],
      },
    ],
    [
      'findings',
      '问题答复',
      {
        filled: scored,
        conflicts: contradictions,
        left: [
          [open.length, `${open.length} 处未答复`],
          [contradictions, `其中矛盾 ${contradictions} 处`],
        ],
      },
    ],
  ];
}

/** The task list of one evaluation. */
export const sections = (content: Content): readonly Section[] =>
  partsOf(content).map(([page, title, part]) => ({
    page,
    title,
    state: stateOf(part, content.state),
    said: isFixed(content.state) ? '' : toldOf(part),
  }));

/** How far the whole is, in a few words. */
export function leftSaid(all: readonly Section[], state: string): string {
  if (state === 'published') return '已完成';
  if (isFixed(state)) return '内容已签发固定';
  const left = all.filter((each) => each.said !== '' || each.state === 'untouched').length;
  return left === 0 ? '没有未处理的问题' : `${left} 个部分有待处理的内容`;
}
