import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';
import { STAGES, type ProjectStage } from './words.ts';

const windowOf = (stage: ProjectStage) =>
  Type.String({ title: `${STAGES[stage]}窗口`, minLength: 2, maxLength: 60 });

/** 四个阶段的综合窗口 — where each stage is taken in; a place writes its own counters here. */
export const projectWindows = setting({
  name: 'cases.project-windows',
  title: '工程建设项目各阶段窗口',
  about: '四个阶段各由哪个综合窗口收件，显示在项目进度上；请按本地窗口填写',
  schema: Type.Object({
    planning: windowOf('planning'),
    design: windowOf('design'),
    construction: windowOf('construction'),
    acceptance: windowOf('acceptance'),
  }),
  initial: {
    planning: '立项用地规划许可综合窗口',
    design: '工程建设许可综合窗口',
    construction: '施工许可综合窗口',
    acceptance: '竣工验收综合窗口',
  },
});
