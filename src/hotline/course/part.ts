import { clocked } from '#calendar/index.ts';
import type { Part } from '../part.ts';
import { arbitrate } from './arbitrate.ts';
import { askExtension } from './ask-extension.ts';
import { askVoid, declineVoid, grantVoid } from './ask-void.ts';
import { cameBackLoop } from './came-back/loop.ts';
import { noteComeBack } from './came-back/note-come-back.ts';
import { answerRelay, contactThroughOffice } from './contact-through-office.ts';
import { declineExtension, grantExtension } from './decide-extension.ts';
import { applyExclusion, declineExclusion, grantExclusion } from './exclusion.ts';
import { holdJointReview } from './joint-review.ts';
import { keepConfidential } from './keep-confidential.ts';
import { lapseAssistance, lapseRelay, looseEndsLoop } from './loose-ends.ts';
import { merge } from './merge.ts';
import { precedent } from './precedent.ts';
import { breakPromise, promiseLoop } from './promises/break.ts';
import { duePromises } from './promises/due-promises.ts';
import { fulfil } from './promises/fulfil.ts';
import { promiseMeasures } from './promises/measures.ts';
import { postpone } from './promises/postpone.ts';
import { promise } from './promises/promise.ts';
import { recountAfterRecompute, recountDue } from './recount-due.ts';
import { relay } from './relay.ts';
import { releaseAssistance } from './release-assistance.ts';
import { replyReview } from './reply-review.ts';
import { resume, resumeMerged } from './resume.ts';
import { approveReply, sendBack } from './review-reply.ts';
import { suggestPrecedents } from './suggest-precedents.ts';
import { answerSupervision, liftSupervision } from './supervision/answer.ts';
import { ladder } from './supervision/ladder.ts';
import { supervisionLoop } from './supervision/loop.ts';
import { supervisionRoutes } from './supervision/paper-route.ts';
import { escalate, supervise } from './supervision/supervise.ts';
import { answerClock, supervision } from './supervision/supervision.ts';
import { transfer } from './transfer.ts';
import { putForwardCase, selectCase, sendCase } from './typical-case.ts';
import { urge } from './urge.ts';
import { voidOrder } from './void-order.ts';
import { withdraw } from './withdraw.ts';
import './refusals.ts';

/** Everything that may happen to an order beside its straight course. */
export const coursePart: Part = {
  nouns: [precedent, supervision, relay, promise],
  actions: [
    transfer,
    arbitrate,
    askExtension,
    grantExtension,
    declineExtension,
    urge,
    supervise,
    escalate,
    contactThroughOffice,
    approveReply,
    sendBack,
    holdJointReview,
    merge,
    withdraw,
    voidOrder,
    askVoid,
    grantVoid,
    declineVoid,
    keepConfidential,
    putForwardCase,
    selectCase,
    sendCase,
    applyExclusion,
    grantExclusion,
    declineExclusion,
    noteComeBack,
    resume,
    recountDue,
    answerRelay,
    answerSupervision,
    liftSupervision,
    releaseAssistance,
    lapseAssistance,
    lapseRelay,
    fulfil,
    postpone,
    breakPromise,
  ],
  views: [suggestPrecedents, replyReview, duePromises],
  clocks: [clocked(supervision, { open: ['issued'], due: 'dueAt', isToMidnight: true, clock: answerClock })],
  settings: [ladder],
  loops: [supervisionLoop, promiseLoop, cameBackLoop, looseEndsLoop],
  measures: promiseMeasures,
  reactions: [recountAfterRecompute, ...resumeMerged],
  routes: supervisionRoutes,
};
