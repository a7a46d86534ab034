import { Type, type Static } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { folded } from '#catalogue/index.ts';
import { attachment, type Attachment } from '#documents/index.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { TellingWords, Words } from './fields.ts';
import { getScheduled, heldWith } from './held.ts';
import { survey } from './survey.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';
import { RESULTS, type Finding, type Photo } from './words.ts';

const Results = Type.Array(
  Type.Object({
    condition: Words('查看内容', 300),
    result: oneOf(RESULTS, '结果'),
    note: Type.Optional(TellingWords('说明', 500)),
  }),
  { title: '勘查结果', minItems: 1, maxItems: 100 },
);
type Said = Static<typeof Results>;
const at = (message: string) => ({ fields: [{ path: 'results', message }] });

/**
 * What was found, condition by condition. Refuses while one of the list is not answered or answered twice, and something
 * not met without a word on what is wrong, and a department that looked at nothing. Further things that were seen on the spot may be added. Pure.
 */
function findings(conditions: readonly string[], said: Said): readonly Finding[] {
  const answered = said.map(({ condition }) => condition.trim());
  const open = conditions.filter((each) => !answered.includes(each));
  if (open.length > 0)
    refuse('cases.survey-unanswered', { conditions: open.join('、') }, at('还没有逐项填写'));
  const twice = answered.find((each, n) => answered.indexOf(each) !== n);
  if (twice !== undefined) refuse('cases.survey-twice', { condition: twice }, at('同一项只填一次'));
  // Who was there has looked at something: else the trip was made without them (行政许可法 34).
  if (said.every(({ result }) => result === 'not-applicable'))
    refuse('cases.survey-saw-nothing', {}, at('全部是“不涉及”'));
  const bare = said.find(({ result, note }) => result === 'unmet' && note === undefined);
  if (bare) refuse('cases.survey-bare', { condition: bare.condition }, at('不符合的须写明情况'));
  return said.map(({ condition, result, note }) => ({
    condition: condition.trim(),
    result,
    note: note?.trim() ?? null,
  }));
}

/** Who went, each once: two ways of writing one name are one person. Refuses a name that stands twice. Pure. */
function attendeesOf(said: readonly string[]): readonly string[] {
  const names = said.map((each) => each.trim());
  const known = names.map(folded);
  const twice = names.findIndex((_, n) => known.indexOf(known[n]!) !== n);
  if (twice >= 0)
    refuse(
      'cases.survey-attendee-twice',
      { name: names[twice]! },
      { fields: [{ path: `attendees.${twice}`, message: '同一人只填一次' }] },
    );
  return names;
}

const photoOf = ({ id, sha256 }: Attachment): Photo => ({ attachment: id, sha256 });
const isPhoto = ({ state, kind }: Attachment): boolean =>
  state === 'kept' && (kind === 'jpeg' || kind === 'png');

type Asked = { readonly row: Pick<SurveyUnit, 'id' | 'surveyId'> };
/** 登记勘查结果 — each department its own, on the day of the visit or after; the photographs attached here are kept by hash. */
export const record = action(surveyUnit, {
  name: 'record',
  title: '登记勘查结果',
  about: '逐项填写查看内容的结果和到场人员；先把现场照片作为附件上传到本记录',
  may: { 'cases.approver': 'department', 'cases.decider': 'department', 'cases.utility': 'department' },
  from: ['going'],
  to: ['recorded'],
  input: Type.Object({
    results: Results,
    attendees: Type.Array(Words('姓名', 60), {
      title: '到场工作人员（两名以上）',
      minItems: 2,
      maxItems: 30,
      uniqueItems: true,
    }),
    finding: Type.Optional(Reason('勘查意见')),
  }),
  needs: {
    trip: find(survey, ({ row }: Asked) => ({ id: row.surveyId })),
    units: rows(surveyUnit, ({ row }: Asked) => ({ surveyId: row.surveyId })),
    attached: rows(attachment, ({ row }: Asked) => ({ subjectNoun: surveyUnit.name, subject: row.id })),
  },
  decide({ unit: mine, caseFile: file, input, trip, units, attached, by, now }) {
    refuseConflict(file, by);
    const found = getScheduled(trip, now);
    const held = heldWith(found, { mine, all: units });
    return [
      {
        state: 'recorded',
        results: findings(mine.conditions, input.results),
        attendees: attendeesOf(input.attendees),
        photos: attached.filter(isPhoto).map(photoOf),
        finding: input.finding ?? null,
        ...held.own,
        recordedAt: now,
        recordedBy: by.id,
      },
      ...held.writes,
    ];
  },
});
