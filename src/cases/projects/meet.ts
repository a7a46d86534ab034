import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { fromHeld } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { Reason } from '../file/fields.ts';
import { followUp, meeting } from './meeting.ts';
import { project } from './project.ts';

const Words = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S' });
const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
const Unit = (title: string) => Type.String({ title, format: 'uuid', ref: 'organisation' });

interface Said {
  readonly departments: readonly string[];
  readonly tasks?: readonly { readonly department: string }[] | undefined;
}
/** Refuses a unit that nobody knows, wherever it is named. */
function refuseUnknown({ organisations }: OrganisationTree, path: string, ids: readonly string[]): void {
  if (ids.some((id) => organisations.get(id)?.isActive !== true))
    refuse('organisations.no-organisation', {}, { fields: [{ path, message: '没有这个单位，或它已撤销' }] });
}
const unitsKnown = fromHeld(organisationTree, (tree, { input }: { readonly input: Said }) => {
  refuseUnknown(tree, 'departments', input.departments);
  refuseUnknown(
    tree,
    'tasks',
    (input.tasks ?? []).map(({ department }) => department),
  );
  return true;
});

/** 登记协调会 — with its decision, and who sees to what until when. Where nothing follows it is settled at once. */
export const meet = action(project, {
  name: 'meet',
  title: '登记协调会',
  about: '登记议定事项和落实单位、期限；全部落实后协调会即告落实',
  may: { 'cases.clerk': 'place', 'cases.decider': 'department' },
  from: ['open', 'stopped'],
  to: ['open', 'stopped'],
  input: Type.Object({
    heldOn: On('召开日期'),
    subject: Words('议题', 200),
    departments: Type.Array(Unit('参会单位'), {
      title: '参会单位',
      minItems: 1,
      maxItems: 40,
      uniqueItems: true,
    }),
    decision: Reason('议定事项'),
    tasks: Type.Optional(
      Type.Array(
        Type.Object({ department: Unit('落实单位'), task: Words('落实事项', 500), dueOn: On('期限') }),
        { title: '落实分工', maxItems: 30 },
      ),
    ),
  }),
  needs: { known: unitsKnown },
  decide({ project: mine, input, by, now, id }) {
    if (input.heldOn > dayOf(now))
      refuse('cases.meeting-ahead', {}, { fields: [{ path: 'heldOn', message: '不能晚于今天' }] });
    const tasks = input.tasks ?? [];
    const late = tasks.findIndex(({ dueOn }) => dueOn < input.heldOn);
    if (late >= 0)
      refuse(
        'cases.follow-up-due',
        {},
        { fields: [{ path: `tasks.${late}.dueOn`, message: '不能早于会期' }] },
      );
    const of = {
      projectId: mine.id,
      projectCode: mine.number,
      projectName: mine.name,
      place: mine.place,
    } as const;
    const held = create(meeting, {
      ...of,
      id: id(0),
      state: tasks.length === 0 ? 'settled' : 'open',
      department: mine.department,
      heldOn: input.heldOn,
      subject: input.subject.trim(),
      departments: input.departments,
      decision: input.decision,
      recordedAt: now,
      recordedBy: by.id,
      settledAt: tasks.length === 0 ? now : null,
    });
    const following = tasks.map((each) =>
      create(followUp, { ...of, ...each, task: each.task.trim(), state: 'open', meetingId: id(0) }),
    );
    return [{ state: mine.state }, held, ...following];
  },
});
