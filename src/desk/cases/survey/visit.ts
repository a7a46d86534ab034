import type { Row } from '#desk/api/program.ts';
import type { Choice } from '#desk/hotline/words.ts';
import { RESULTS, type Finding, type Photo, type SurveyResult } from '#cases/survey/words.ts';

/** 勘查单位 as it is read: what one department looks for on a trip. */
export interface Visit extends Row {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemName: string;
  readonly department: string;
  readonly site: string;
  readonly visitAt: string | null;
  readonly conditions: readonly string[];
  readonly results: readonly Finding[] | null;
  readonly attendees: readonly string[] | null;
  readonly photos: readonly Photo[] | null;
  readonly finding: string | null;
  readonly leftBecause: string | null;
}
export const resultChoices: readonly Choice[] = Object.entries(RESULTS).map(([value, title]) => ({
  value,
  title,
}));
export const resultSaid = (result: SurveyResult): string => RESULTS[result];

/** One thing looked at, as it is being written down; `isAdded`: seen on the spot, not on the list. */
export interface Line {
  readonly condition: string;
  readonly result: string;
  readonly note: string;
  readonly isAdded: boolean;
}
export interface Sheet {
  readonly lines: readonly Line[];
  readonly attendees: string;
  readonly finding: string;
}
export const bareLine = (condition: string, isAdded = false): Line => ({
  condition,
  result: '',
  note: '',
  isAdded,
});
/** The sheet of a visit; what was written before keeps its place, and conditions that came since are added. */
export function sheetOf({ conditions }: Pick<Visit, 'conditions'>, kept: Sheet | null): Sheet {
  const before = kept?.lines ?? [];
  const lines = conditions.map(
    (each) => before.find(({ condition, isAdded }) => condition === each && !isAdded) ?? bareLine(each),
  );
  const added = before.filter(({ isAdded }) => isAdded);
  // Where nothing is on the list, there is a line to say what was looked at.
  const first = lines.length + added.length === 0 ? [bareLine('', true)] : [];
  return {
    lines: [...lines, ...added, ...first],
    attendees: kept?.attendees ?? '',
    finding: kept?.finding ?? '',
  };
}

/** What is still to be said before the sheet can be sent, in words; empty when nothing is. */
export function lackOf({ lines, attendees }: Sheet): string {
  const open = lines.filter(({ result }) => result === '').length;
  if (open > 0) return `还有 ${open} 项没有结果`;
  const bare = lines.find(({ result, note }) => result === 'unmet' && note.trim().length < 2);
  if (bare) return `“${bare.condition}”不符合，请写明情况`;
  if (lines.some(({ condition }) => condition.trim().length < 2)) return '请写明查看了什么';
  return namesIn(attendees).length === 0 ? '请填写到场人员' : '';
}
const namesIn = (text: string): readonly string[] => text.split(/[\s、，,；;]+/u).filter(Boolean);

/** The sheet as the API takes it; what is empty is not sent. */
export const sheetBody = ({ lines, attendees, finding }: Sheet): Readonly<Record<string, unknown>> => ({
  results: lines.map(({ condition, result, note }) => ({
    condition: condition.trim(),
    result,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  })),
  attendees: namesIn(attendees),
  ...(finding.trim() === '' ? {} : { finding: finding.trim() }),
});
