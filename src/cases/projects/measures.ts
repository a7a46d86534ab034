import { measure, type Measure } from '#lib/measure.ts';
import { ofAccepted, share } from '../figures/counted.ts';
import { followUp } from './meeting.ts';
import { project } from './project.ts';
import { STAGE_ORDER, STAGES } from './words.ts';

const byStage = STAGE_ORDER.map((stage) =>
  ofAccepted({
    name: `project-${stage}`,
    title: `工程建设项目${STAGES[stage]}阶段受理`,
    basis: `受理中挂接在工程建设项目${STAGES[stage]}阶段的`,
    where: (row) => row('row.projectStage', '=', stage),
  }),
);
const registered = measure(project, {
  name: 'cases.projects-registered',
  title: '登记工程建设项目',
  basis: '当年登记的工程建设项目，按登记时间',
  on: 'registeredAt',
  by: 'place',
  where: (row) => row.lit(true),
});
const completed = measure(project, {
  name: 'cases.projects-completed',
  title: '竣工工程建设项目',
  basis: '当年完成竣工验收阶段的工程建设项目',
  on: 'completedAt',
  by: 'place',
  where: (row) => row.lit(true),
});
const followed = (name: string, title: string, basis: string, isInTime?: boolean): Measure =>
  measure(followUp, {
    name: `cases.${name}`,
    title,
    basis,
    on: 'endedAt',
    by: 'place',
    where: (row) =>
      isInTime === undefined ? row('row.state', '=', 'done') : row('row.isInTime', '=', isInTime),
  });
const done = followed('follow-ups-done', '协调会议定事项落实', '当年落实的协调会议定事项，不再办理的不计');
const inTime = followed('follow-ups-in-time', '议定事项按期落实', '落实中不晚于期限的', true);

export const projectMeasures = [
  registered,
  completed,
  ...byStage,
  done,
  inTime,
  share('follow-ups-in-time-rate', '议定事项按期落实率', inTime, done),
];
