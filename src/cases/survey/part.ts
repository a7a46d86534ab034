import type { Part } from '#lib/part.ts';
import { keepingStep } from '../branch/keep-step.ts';
import { askFromBranch, askSurvey } from './ask.ts';
import { cancel, finish } from './finish.ts';
import { givenBackView } from './given-back-view.ts';
import { joinSurvey } from './join-case.ts';
import { surveyMeasures } from './measures.ts';
import { photosView } from './photos-view.ts';
import { record } from './record.ts';
import './refusals.ts';
import { surveyRules } from './rules.ts';
import { holdAgain, reschedule, schedule } from './schedule.ts';
import { survey } from './survey.ts';
import { surveyUnit } from './survey-unit.ts';
import { tripsView } from './trips-view.ts';
import { absent, addUnit, leave } from './units.ts';

/** 现场勘查: one trip for several departments, and for several cases of one matter. */
export const surveyPart: Part = {
  nouns: [survey, surveyUnit],
  actions: [
    askSurvey,
    askFromBranch,
    joinSurvey,
    schedule,
    reschedule,
    addUnit,
    leave,
    absent,
    record,
    finish,
    holdAgain,
    cancel,
  ].map(keepingStep),
  views: [tripsView, photosView, givenBackView],
  measures: surveyMeasures,
  settings: [surveyRules],
};
