import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { BEFORE_ACCEPTANCE, UNDECIDED } from '../words.ts';
import { project, type Project } from './project.ts';
import { STAGE_ORDER, STAGES } from './words.ts';

const MAY = { 'cases.clerk': 'place', 'cases.decider': 'department' } as const;
const OPEN: ReadonlySet<string> = new Set([...BEFORE_ACCEPTANCE, ...UNDECIDED]);

/**
 * 完成阶段 — every case of the stage is decided or over, so the project goes on to the next; after the last it is completed.
 * A case can no longer be hung on a stage that is behind: hanging changes the project too, so the two cannot cross.
 */
export const finishStage = action(project, {
  name: 'finish-stage',
  title: '完成本阶段',
  about: '本阶段的办件全部办结后转入下一阶段；竣工验收完成即项目竣工',
  may: MAY,
  from: ['open'],
  to: ['open', 'completed'],
  input: Type.Object({ note: Type.Optional(Reason('说明')) }),
  needs: {
    all: rows(caseFile, ({ row }: { readonly row: Pick<Project, 'id'> }) => ({ project: row.id })),
  },
  decide({ project: mine, all, now }) {
    const own = all.filter(({ projectStage }) => projectStage === mine.stage);
    const open = own.filter(({ state }) => OPEN.has(state));
    if (own.length === 0) refuse('cases.project-stage-empty', { stage: STAGES[mine.stage] });
    if (open.length > 0)
      refuse('cases.project-stage-open', { stage: STAGES[mine.stage], count: open.length });
    const finished = [...mine.finished, { stage: mine.stage, at: now }];
    const next = STAGE_ORDER[STAGE_ORDER.indexOf(mine.stage) + 1];
    return next
      ? { state: 'open', finished, stage: next }
      : { state: 'completed', finished, completedAt: now };
  },
});

/** 停止 — the project is given up or rests; its cases end by their own actions. */
export const stopProject = action(project, {
  name: 'stop',
  title: '停止项目',
  may: MAY,
  from: ['open'],
  to: ['stopped'],
  input: Type.Object({ reason: Reason('停止原因') }),
  decide: ({ input, now }) => ({ state: 'stopped', stoppedAt: now, stoppedBecause: input.reason }),
});

/** 恢复 — it goes on where it stood. */
export const resumeProject = action(project, {
  name: 'resume',
  title: '恢复项目',
  may: MAY,
  from: ['stopped'],
  to: ['open'],
  input: Type.Object({ reason: Reason('恢复原因') }),
  decide: () => ({ state: 'open', stoppedAt: null, stoppedBecause: null }),
});
