import { sum, type Measure } from '#lib/measure.ts';
import { WINDOW_TYPES, type WindowType } from '#catalogue/index.ts';
import {
  AUTHORITIES,
  CHANNELS,
  STAND_LEVELS,
  type Authority,
  type Channel,
  type StandLevel,
} from '../words.ts';
import { ofAccepted } from './counted.ts';

const keys = <K extends string>(titles: Readonly<Record<K, string>>): readonly K[] =>
  Object.keys(titles) as K[];
/** One measure for each window type, level and channel: axes of the same cases, never added to one another. */
const byWindow = keys(WINDOW_TYPES).map((type: WindowType) =>
  ofAccepted({
    name: `window-${type}`,
    title: `${WINDOW_TYPES[type]}受理`,
    basis: `受理中由${WINDOW_TYPES[type]}收件的`,
    where: (row) => row('row.windowType', '=', type),
  }),
);
const byLevel = keys(STAND_LEVELS).map((level: StandLevel) =>
  ofAccepted({
    name: `level-${level}`,
    title: `${STAND_LEVELS[level]}受理`,
    basis: `受理中申请人在${STAND_LEVELS[level]}提出的`,
    where: (row) => row('row.level', '=', level),
  }),
);
const byChannel = keys(CHANNELS)
  .filter((channel) => channel !== 'elsewhere')
  .map((channel: Channel) =>
    ofAccepted({
      name: `channel-${channel}`,
      title: `${CHANNELS[channel]}申请受理`,
      basis: `受理中申请渠道为${CHANNELS[channel]}的`,
      where: (row) => row('row.channel', '=', channel),
    }),
  );
/** By whose authority decides, not by where the counter stands. 全域通办 itself is counted by its envelopes (handover/). */
const decidedBy = (authority: Authority, title: string): Measure =>
  ofAccepted({
    name: `authority-${authority}`,
    title,
    basis: `受理中由${AUTHORITIES[authority]}决定的，按决定权属，不按受理地`,
    where: (row) => row('row.authority', '=', authority),
  });
const ofCity = decidedBy('city', '市级部门决定');
const ofOtherPlace = decidedBy('other-place', '外地部门决定');
const byAuthority = [
  decidedBy('district', '区级部门决定'),
  ofCity,
  decidedBy('province', '省级部门决定'),
  decidedBy('town', '镇（街道）决定'),
  decidedBy('village', '村（社区）决定'),
  ofOtherPlace,
];
const anywhere = sum({
  name: 'cases.anywhere',
  title: '市级和外地部门决定',
  basis: '受理中由市级部门决定的 ＋ 由外地部门决定的',
  plus: [ofCity, ofOtherPlace],
});

/** What was accepted, along each axis. */
export const axisMeasures = [...byWindow, ...byLevel, ...byChannel, ...byAuthority, anywhere];
