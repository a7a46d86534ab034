import { unmasking } from '#people/index.ts';
import type { Part } from '../part.ts';
import { answer } from './answer.ts';
import { arrive } from './arrive.ts';
import { call } from './call.ts';
import { callerView } from './caller-view.ts';
import { attachRecording, end, giveUp, link } from './end.ts';
import { linkLoop } from './link-loop.ts';
import { callMeasures } from './measures.ts';
import { recordCall } from './record.ts';
import { callRoutes } from './routes.ts';
import './refusals.ts';

/** An agent who must ring back sees the number, with the reason in the ledger. */
const unmaskCall = unmasking(call, {
  'hotline.agent': 'place',
  'hotline.caller-back': 'place',
  'hotline.supervisor': 'place',
});

/** 来电: each ring, what became of it, and who is calling. */
export const callsPart: Part = {
  nouns: [call],
  actions: [arrive, recordCall, answer, giveUp, end, link, attachRecording, unmaskCall],
  views: [callerView],
  measures: callMeasures,
  loops: [linkLoop],
  routes: callRoutes,
};
