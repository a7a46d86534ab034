import { unmasking } from '#people/index.ts';
import { project } from './project.ts';

/** 查看完整信息 — to call whoever answers for the project. */
export const unmaskContact = unmasking(project, { 'cases.clerk': 'place', 'cases.decider': 'department' });
