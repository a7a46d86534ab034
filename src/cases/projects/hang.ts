import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { BEFORE_ACCEPTANCE, UNDECIDED } from '../words.ts';
import { project } from './project.ts';
import { STAGES } from './words.ts';

const OPEN = [...BEFORE_ACCEPTANCE, ...UNDECIDED] as const;
const MAY = { 'cases.clerk': 'place', 'cases.decider': 'department' } as const;

/** 挂接项目 — the case is one of a project's stage from now on. By which window it came was said when it came, and stays so. */
export const hangOn = action(caseFile, {
  name: 'hang-on-project',
  title: '挂接工程建设项目',
  may: MAY,
  from: OPEN,
  to: OPEN,
  input: Type.Object({
    project: Type.String({ title: '工程建设项目', format: 'uuid', ref: 'project' }),
    stage: oneOf(STAGES, '阶段'),
  }),
  needs: {
    belongsTo: find(project, ({ input }: { readonly input: { readonly project: string } }) => ({
      id: input.project,
    })),
  },
  when: (row) => row.project === null,
  decide({ caseFile: mine, input, belongsTo }) {
    if (!belongsTo || belongsTo.state !== 'open') return refuse('cases.no-project');
    if (belongsTo.finished.some(({ stage }) => stage === input.stage))
      refuse('cases.project-stage-over', { stage: STAGES[input.stage] });
    return [
      {
        state: mine.state,
        project: belongsTo.id,
        projectStage: input.stage,
      },
      change(project, belongsTo, { caseCount: belongsTo.caseCount + 1 }),
    ];
  },
});

/** 解除挂接 — it was hung on the wrong project, or on the wrong stage. Not while a survey is shared because of it. */
export const takeOff = action(caseFile, {
  name: 'take-off-project',
  title: '解除项目挂接',
  may: MAY,
  from: OPEN,
  to: OPEN,
  input: Type.Object({ reason: Reason('解除原因') }),
  needs: {
    belongsTo: find(project, ({ row }: { readonly row: Pick<CaseFile, 'project'> }) => ({
      id: row.project ?? '',
    })),
  },
  when: (row) => row.project !== null,
  decide({ caseFile: mine, belongsTo }) {
    if ((mine.openSurveys ?? 0) > 0) refuse('cases.survey-open');
    return [
      { state: mine.state, project: null, projectStage: null },
      ...(belongsTo ? [change(project, belongsTo, { caseCount: belongsTo.caseCount - 1 })] : []),
    ];
  },
});
