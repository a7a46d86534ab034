import { Type } from 'typebox';
import { action, birth } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { inTime } from '../clocks.ts';
import { sourceWords } from '../elsewhere/source-key.ts';
import { Place as PlaceHere, Reason } from '../file/fields.ts';
import { standingAt } from '../file/place.ts';
import { enclosed, envelopeNeeds, placeAnywhere } from './envelope.ts';
import { At, EnvelopeFields, PlaceField, SourceNumber } from './fields.ts';
import { handover } from './handover.ts';
import { receipted } from './receipt.ts';
import { tidyPlace, type Place } from './region-code.ts';

const MAY = { 'cases.liaison': 'toPlace' } as const;
type Asked = { readonly input: { readonly from: Place; readonly sourceNumber: string } };

/** 来件登记 — an envelope that another place sent to our departments. One number of the sender is one envelope, however it is typed. */
export const arrive = birth(handover, {
  name: 'arrive',
  title: '来件签收',
  about: '签收外地窗口代收、由本地办理的申请，出具回执；同一来件编号只登记一次',
  may: MAY,
  to: ['received'],
  input: Type.Object({
    place: PlaceHere,
    from: PlaceField('收件地'),
    sourceNumber: SourceNumber,
    sentAt: At('寄送时间'),
    ...EnvelopeFields.properties,
  }),
  needs: {
    ...envelopeNeeds,
    place: standingAt,
    before: find(handover, ({ input }: Asked) => ({
      fromPlace: tidyPlace(input.from).code,
      sourceNumber: input.sourceNumber.trim(),
    })),
    sameKey: find(handover, ({ input }: Asked) => ({
      fromPlace: tidyPlace(input.from).code,
      sourceKey: sourceWords(input.sourceNumber),
    })),
  },
  decide({ place, before: same, sameKey, by, now, ...given }) {
    const { input, tree } = given;
    const source = input.sourceNumber.trim();
    const from = placeAnywhere(input.from, tree, 'from');
    const before = same ?? sameKey;
    if (before?.fromPlace === from.code) refuse('cases.handover-known', { source, number: before.number });
    if (input.sentAt > now)
      refuse('cases.receipt-time', { why: `寄送时间${formatChinese(input.sentAt)}晚于现在` });
    const row = enclosed(given, { from, to: place, sentAt: input.sentAt, hadAt: now });
    return {
      state: 'received',
      ...row,
      sourceNumber: source,
      sourceKey: sourceWords(source),
      receivedAt: now,
      receivedBy: by.id,
      isReceiptLate: now > row.receiptDueAt,
      receipts: [{ kind: 'received', number: null, at: now, note: null }],
    };
  },
});

/** 签收 — an envelope from another counter of ours. */
export const takeReceipt = action(handover, {
  name: 'receive',
  title: '签收',
  about: '签收本地其他窗口寄来的交接件，材料份数与清单一致',
  may: MAY,
  from: ['sent'],
  to: ['received'],
  input: Type.Object({}),
  needs: { calendar: calendarNow },
  when: (row) => row.isToHere,
  decide: ({ handover: mine, calendar, by, now }) => ({
    ...receipted(mine, { kind: 'received', number: null, at: now, note: null }, { now, calendar }),
    state: 'received',
    receivedBy: by.id,
  }),
});

/** 退回来件 — not a matter of ours, with the reason; nothing becomes of it here. */
export const sendBack = action(handover, {
  name: 'send-back',
  title: '退回来件',
  about: '不属于本地办理或材料与清单不符的，说明理由退回收件地',
  may: MAY,
  from: ['received'],
  to: ['declined'],
  input: Type.Object({ reason: Reason('退回理由') }),
  needs: { calendar: calendarNow },
  when: (row) => row.isToHere && row.caseId === null,
  decide({ handover: mine, input, calendar, now }) {
    if (mine.item !== null && !inTime(now, mine.tellByAt))
      refuse('cases.handover-deemed', { until: formatChinese(mine.tellByAt!) });
    return {
      ...receipted(mine, { kind: 'declined', number: null, at: now, note: input.reason }, { now, calendar }),
      state: 'declined',
    };
  },
});
