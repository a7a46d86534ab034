import { measure, rate, sum, type Measure } from '#lib/measure.ts';
import { handover } from './handover.ts';
import { DECIDERS, type Decider } from './words.ts';

type Spec = Parameters<typeof measure<typeof handover>>[1];
type Said = Pick<Spec, 'name' | 'title' | 'basis' | 'where'>;
/** Of what our counters took for another place or level, by the day it was handed over; what was called back is no case. */
const takenForElsewhere =
  (on: Spec['on']) =>
  ({ name, where, ...said }: Said): Measure =>
    measure(handover, {
      ...said,
      name: `cases.${name}`,
      on,
      by: 'fromPlace',
      where: (row) =>
        row.and([row('row.isFromHere', '=', true), row('row.state', '<>', 'recalled'), where(row)]),
    });
const sent = takenForElsewhere('sentAt');
const decidedBy = (decider: Decider): Measure =>
  sent({
    name: `city-wide-${decider}`,
    title: `全域通办（${DECIDERS[decider]}）`,
    basis: `当年本地窗口代收并寄送办理地的，由${DECIDERS[decider]}决定；按决定权属，不按收件窗口；本地目录内的事项依目录的行使层级，目录外的依窗口填写（另见目录外项）；撤回的不计`,
    where: (row) => row('row.authority', '=', decider),
  });
const parts = (Object.keys(DECIDERS) as Decider[]).map(decidedBy);

/** 全域通办: 970 of the district’s departments and 120 of the city’s are 1,090. */
const cityWide = sum({
  name: 'cases.city-wide',
  title: '全域通办',
  basis: '当年本地窗口代收、寄送办理地的，按决定权属相加；收件窗口、代办人和收件地是同一件的不同侧面，不相加',
  plus: parts,
});
/** Whose authority decides these is a counter’s word: they stand in no catalogue of ours. */
const unlisted = sent({
  name: 'city-wide-unlisted',
  title: '全域通办中目录外事项',
  basis: '全域通办中事项不在本地目录的，决定权属依窗口填写；已含在各决定权属项中，不另相加',
  where: (row) => row('row.item', 'is', null),
});
const received = sent({
  name: 'handover-received',
  title: '对方已签收的交接件',
  basis: '全域通办中对方已签收的',
  where: (row) => row('row.receivedAt', 'is not', null),
});
const late = sent({
  name: 'handover-receipt-late',
  title: '签收逾期的交接件',
  basis: '对方已签收的交接件中签收晚于期限的',
  where: (row) => row('row.isReceiptLate', '=', true),
});

/** What was handed over between places, in both directions. */
export const handoverMeasures = [
  ...parts,
  cityWide,
  unlisted,
  sent({
    name: 'cross-province',
    title: '跨省通办',
    basis: '全域通办中办理地在外省的',
    where: (row) => row('row.isOtherProvince', '=', true),
  }),
  received,
  late,
  rate({
    name: 'cases.handover-receipt-late-rate',
    title: '交接签收逾期率',
    basis: '签收逾期的交接件 ÷ 对方已签收的交接件',
    numerator: late,
    denominator: received,
  }),
  takenForElsewhere('resultAt')({
    name: 'handover-results',
    title: '结果已回的交接件',
    basis: '当年办理地回复结果的交接件，按结果时间',
    where: (row) => row.lit(true),
  }),
  takenForElsewhere('declinedAt')({
    name: 'handover-declined',
    title: '对方不予受理的交接件',
    basis: '当年办理地不予受理的交接件',
    where: (row) => row.lit(true),
  }),
  measure(handover, {
    name: 'cases.handover-arrived',
    title: '外地代收来件',
    basis: '当年签收的、外地窗口代收由本地办理的交接件，按签收时间',
    on: 'receivedAt',
    by: 'toPlace',
    where: (row) => row('row.isFromHere', '=', false),
  }),
];
