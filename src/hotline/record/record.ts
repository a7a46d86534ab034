import { action, birth, create } from '#lib/action/action.ts';
import { holding, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { heldTopics } from '../topics/held-topics.ts';
import { RECORDED_STATES, RecordInput, type RecordedState } from './input.ts';
import { heard, isToldInConfidence, recordedColumns, toldCaller, toldWords } from './recorded-row.ts';
import { toldFaults } from './told-faults.ts';
import './refusals.ts';

const MAY = { 'hotline.supervisor': 'place' } as const;
const STATES = Object.keys(RECORDED_STATES) as RecordedState[];
const needs = { tree: holding(organisationTree), topics: holding(heldTopics) };
type Asked = { readonly row: Pick<WorkOrder, 'id'> };

function refuseImpossible(input: RecordInput, now: Instant): void {
  const fields = toldFaults(input, now);
  if (fields.length > 0) refuse('hotline.recorded-impossible', {}, { fields });
}

/**
 * 补录 — brings an order of another time or system into being as that source tells it. What it does not say stays unknown;
 * what it says of the outcome is kept as said, marked, and stays out of the rates that need more.
 */
export const record = birth(workOrder, {
  name: 'record',
  title: '补录',
  about: '补录其他系统的历史工单；来源没有说明的留作未知，来源所述结果只作参考，不冒充本系统的计算',
  may: MAY,
  to: STATES,
  input: RecordInput,
  needs,
  decide({ input, tree, topics, now, id }) {
    refuseImpossible(input, now);
    const order = { id: id(0), ...recordedColumns(input, { tree, topics }) };
    const { name, phone, address } = toldCaller(input);
    if (!isToldInConfidence(input)) return { ...order, callerName: name, callerPhone: phone, address };
    const { original } = toldWords(input);
    if (!name && !phone && !address && original.text === null) return order;
    const who = { name, phone, address, ...original };
    const kept = { state: 'kept', orderId: id(0), place: order.place, ...who } as const;
    return [order, create(protectedCaller, kept)];
  },
});

/** What only our own acts write: whoever sent it out, signed, spoke with the caller, answered, telephoned, rated, put it forward. */
const LIVED = [
  'clock',
  'outcome',
  'handedAt',
  'signedAt',
  'contacts',
  'repliedBy',
  'approvedAt',
  'submittedAt',
  'callBacks',
  'rating',
  'cityResult',
  'askedExtension',
  'extensions',
  'returnReason',
  'returns',
  'transfers',
  'reworks',
  'reopenings',
  'mergedInto',
  'askedVoid',
  'exclusion',
  'caseStanding',
  'publishedAt',
] as const satisfies readonly (keyof WorkOrder)[];
/** Nothing of our own has been done to it since. */
export const isAsRecorded = (order: WorkOrder): boolean =>
  order.isRecorded === true && LIVED.every((column) => order[column] === null);

/** 更正补录 — the source says something else than it did; only as long as nobody here has taken the order further. */
export const amendRecord = action(workOrder, {
  name: 'amend-record',
  title: '更正补录',
  about: '来源的内容变了，重新导入时更正；已在本系统办理的不再按来源更正',
  may: MAY,
  from: STATES,
  to: STATES,
  hidden: true,
  input: RecordInput,
  needs: { ...needs, known: opened(protectedCaller, ({ row }: Asked) => ({ orderId: row.id })) },
  when: isAsRecorded,
  decide({ order, input, tree, topics, known, now, id }) {
    refuseImpossible(input, now);
    const columns = recordedColumns(heard(order, input, known[0]), { tree, topics });
    const { name, phone, address } = toldCaller(input);
    // What was once confidential stays so, and so do the words an officer has covered, whatever the source says later.
    const { title, text } = order;
    if (order.isConfidential === true) return { ...columns, isConfidential: true, title, text };
    if (columns.isConfidential === null) return { ...columns, callerName: name, callerPhone: phone, address };
    const hidden = { ...columns, callerName: null, callerPhone: null, address: null };
    const { original } = toldWords(input);
    if (!name && !phone && !address && original.text === null) return hidden;
    const who = { name, phone, address, ...original };
    const kept = { id: id(0), state: 'kept', orderId: order.id, place: columns.place, ...who } as const;
    return [hidden, create(protectedCaller, kept)];
  },
});
