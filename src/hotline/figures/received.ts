import { measure, sum, type Measure } from '#lib/measure.ts';
import { workOrder } from '../order/work-order.ts';
import type { Outcome } from '../order/words.ts';

/** What came in, counted on the day it was registered, by the place it is about. */
const registered = (
  spec: Pick<
    Parameters<typeof measure<typeof workOrder>>[1],
    'name' | 'title' | 'version' | 'basis' | 'where'
  >,
) => measure(workOrder, { ...spec, on: 'registeredAt', by: 'place' });

const ordersReceived = registered({
  name: 'hotline.orders-received',
  title: '热线工单受理量',
  basis: '当年登记的工单（信箱来信除外），按登记时间；不受理而引导的也计入',
  where: (row) => row('row.channel', '!=', 'mailbox'),
});
const lettersReceived = registered({
  name: 'hotline.letters-received',
  title: '区长信箱来信量',
  basis: '当年登记的信箱来信，按登记时间',
  where: (row) => row('row.channel', '=', 'mailbox'),
});
const received = sum({
  name: 'hotline.received',
  title: '受理总量',
  basis: '热线工单受理量 ＋ 区长信箱来信量',
  plus: [ordersReceived, lettersReceived],
});
const urgent = registered({
  name: 'hotline.urgent',
  title: '紧急工单',
  basis: '当年登记并标为紧急的工单和来信，按登记时间',
  where: (row) => row('row.isUrgent', '=', true),
});

const ended = (outcome: Outcome, name: string, title: string, basis: string): Measure =>
  registered({
    name: `hotline.${name}`,
    title,
    basis: `${basis}，按登记时间`,
    where: (row) => row('row.outcome', '=', outcome),
  });
/** What ended without an answer before it was late or answered once: only that is not due. */
const endedInTime = (outcome: Outcome, name: string, title: string, basis: string): Measure =>
  registered({
    name: `hotline.${name}`,
    title,
    version: 2,
    basis: `${basis}；到期后或答复过才了结的仍计入应办理，不在此列；按登记时间`,
    where: (row) => row.and([row('row.outcome', '=', outcome), row('row.countedDueAt', 'is', null)]),
  });
const redirected = ended(
  'redirected',
  'redirected',
  '引导告知',
  '不属受理范围而告知去向的（国办发〔2020〕53号）',
);
const transferred = ended('transferred', 'hot-transferred', '转接紧急热线', '转接 110、119、120、122 的');
const answeredDirectly = ended('direct', 'answered-directly', '直接答复', '话务员当场答复、没有派单的');
const merged = endedInTime('merged', 'merged', '重复合并', '与另一工单重复而并入的');
const withdrawn = endedInTime('withdrawn', 'withdrawn', '撤回', '诉求人撤回的');
const voided = registered({
  name: 'hotline.void',
  title: '作废',
  version: 2,
  basis: '登记有误、派单前作废的，按登记时间；派单后作废的另列',
  where: (row) => row.and([row('row.outcome', '=', 'void'), row('row.isVoidedCounted', 'is', null)]),
});
const voidedCounted = registered({
  name: 'hotline.void-counted',
  title: '计入应办理后作废',
  basis: '派单后才发现登记有误，由一人申请、另一人批准作废的，按登记时间；作废后不再计入应办理',
  where: (row) => row('row.isVoidedCounted', '=', true),
});
const sentBack = endedInTime('sent-back', 'sent-back', '退回上级平台', '市平台转来而退回的');

const notYetDue = registered({
  name: 'hotline.not-dispatched',
  title: '尚未派单',
  basis: '当年登记、还没有派单也没有了结的，按登记时间；派单后即从这里转出',
  where: (row) =>
    row.and([
      row('row.countedDueAt', 'is', null),
      row('row.outcome', 'is', null),
      row('row.isRecorded', 'is', null),
    ]),
});
export const recordedWithoutLimit = registered({
  name: 'hotline.recorded-without-limit',
  title: '补录且期限不详',
  basis: '补录的历史工单中来源没有说明办理期限的，按登记时间',
  where: (row) => row.and([row('row.isRecorded', '=', true), row('row.countedDueAt', 'is', null)]),
});
const dueLater = registered({
  name: 'hotline.carried-out',
  title: '结转下年到期',
  basis: '当年登记、办理期限在次年的，按登记时间',
  where: (row) => row('row.isDueLaterYear', '=', true),
});

export const receivedMeasures = [
  ordersReceived,
  lettersReceived,
  received,
  urgent,
  redirected,
  transferred,
  answeredDirectly,
  merged,
  withdrawn,
  voided,
  voidedCounted,
  sentBack,
  notYetDue,
  recordedWithoutLimit,
  dueLater,
];
