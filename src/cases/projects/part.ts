import type { Part } from '#lib/part.ts';
import { completeFollowUp, dropFollowUp, lengthenFollowUp } from './follow.ts';
import { followUpsView } from './follow-ups-view.ts';
import { hangOn, takeOff } from './hang.ts';
import { projectMeasures } from './measures.ts';
import { meet } from './meet.ts';
import { followUp, meeting } from './meeting.ts';
import { progressView } from './progress-view.ts';
import { project } from './project.ts';
import './refusals.ts';
import { amendProject, registerProject } from './register.ts';
import { finishStage, resumeProject, stopProject } from './stage.ts';
import { projectWindows } from './windows.ts';
import { unmaskContact } from './unmask.ts';

/** 工程建设项目: what cases, surveys and meetings hang on. */
export const projectsPart: Part = {
  nouns: [project, meeting, followUp],
  actions: [
    registerProject,
    amendProject,
    hangOn,
    takeOff,
    finishStage,
    stopProject,
    resumeProject,
    meet,
    completeFollowUp,
    lengthenFollowUp,
    dropFollowUp,
    unmaskContact,
  ],
  views: [progressView, followUpsView],
  measures: projectMeasures,
  settings: [projectWindows],
};
