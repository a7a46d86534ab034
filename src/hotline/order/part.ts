import { clocked } from '#calendar/index.ts';
import { limits } from '../limits.ts';
import type { Part } from '../part.ts';
import { process } from '../process.ts';
import { redirectWords } from '../redirect-words.ts';
import { stepRules } from '../step-rules.ts';
import { urgentRules } from '../urgent-rules.ts';
import { limitTablesView } from '../views/limit-tables.ts';
import { numberGapsView } from '../views/number-gaps.ts';
import { queue } from '../views/queue.ts';
import { redirectWordsView } from '../views/redirect-words.ts';
import { answerDirectly } from './answer-directly.ts';
import { answerAssistance, assistance } from './assistance.ts';
import { callBack, reopen } from './call-back.ts';
import { close } from './close.ts';
import { logContact } from './contact.ts';
import { dispatch } from './dispatch.ts';
import { protectedCaller } from './protected-caller.ts';
import { redirect } from './redirect.ts';
import { register } from './register.ts';
import { reply } from './reply.ts';
import { returnOrder } from './return.ts';
import { sign } from './sign.ts';
import { stepClock } from './step.ts';
import { IN_STEP } from './step-words.ts';
import { RUNNING } from './words.ts';
import { workOrder } from './work-order.ts';

/** The order itself and its straight course. */
export const orderPart: Part = {
  nouns: [workOrder, protectedCaller, assistance],
  actions: [
    register,
    redirect,
    answerDirectly,
    dispatch,
    sign,
    returnOrder,
    logContact,
    reply,
    callBack,
    close,
    reopen,
    answerAssistance,
  ],
  views: [queue, limitTablesView, redirectWordsView, numberGapsView],
  settings: [limits, process, stepRules, urgentRules, redirectWords],
  clocks: [
    clocked(workOrder, {
      open: [...RUNNING],
      due: 'dueAt',
      because: 'dueBecause',
      clock: (order) => order.clock,
    }),
    clocked(workOrder, {
      name: 'recompute-step',
      title: '重算环节期限',
      open: [...IN_STEP],
      due: 'stepDueAt',
      clock: stepClock,
    }),
  ],
};
