import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { Place, Reason } from '../file/fields.ts';
import { standingAt } from '../file/place.ts';
import { enclosed, envelopeNeeds, placeAnywhere } from './envelope.ts';
import { EnvelopeFields, PlaceField } from './fields.ts';
import { handover } from './handover.ts';

/** 异地寄送 — papers taken at a counter here go to the place that decides, each listed and counted. */
export const send = birth(handover, {
  name: 'send',
  title: '异地收件寄送',
  about: '窗口代收其他乡镇、区县、市、省办理的申请，逐份列明材料后寄送办理地（全域通办、跨省通办）',
  may: { 'cases.clerk': 'fromPlace' },
  to: ['sent'],
  input: Type.Object({ place: Place, to: PlaceField('办理地'), ...EnvelopeFields.properties }),
  needs: { ...envelopeNeeds, place: standingAt },
  decide({ place, by, now, ...given }) {
    const { input, tree } = given;
    const to = placeAnywhere(input.to, tree, 'to');
    return { state: 'sent', ...enclosed(given, { from: place, to, sentAt: now, hadAt: now }), sentBy: by.id };
  },
});

/** 撤回交接 — as long as the other side has not accepted; the papers come back to the applicant. */
export const recall = action(handover, {
  name: 'recall',
  title: '撤回交接',
  about: '对方受理前，申请人撤回或材料寄错的，撤回交接件',
  may: { 'cases.clerk': 'fromPlace' },
  from: ['sent', 'received'],
  to: ['recalled'],
  input: Type.Object({ reason: Reason('撤回原因') }),
  when: (row) => row.isFromHere && row.caseId === null,
  decide: ({ input, now }) => ({ state: 'recalled', recalledAt: now, recalledBecause: input.reason }),
});
