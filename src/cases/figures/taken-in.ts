import { measure, rate, sum, type Measure } from '#lib/measure.ts';
import { caseFile } from '../file/case-file.ts';
import {
  AUTHORITIES,
  CHANNELS,
  STAND_LEVELS,
  WINDOW_TYPES,
  type Authority,
  type Channel,
  type StandLevel,
  type WindowType,
} from '../words.ts';

type Spec = Parameters<typeof measure<typeof caseFile>>[1];
type Where = Spec['where'];
type Said = Pick<Spec, 'name' | 'title' | 'basis' | 'where'>;

/** Ours, not told to us by another system: those are counted apart, never with these. */
const ours =
  (where: Where): Where =>
  (row) =>
    row.and([row('row.isElsewhere', 'is not', true), where(row)]);
/** Where the applicant stood, whoever decides. */
const counted = (on: Spec['on'], { name, where, ...said }: Said): Measure =>
  measure(caseFile, { ...said, name: `cases.${name}`, on, by: 'place', where: ours(where) });

const received = counted('receivedAt', {
  name: 'received',
  title: '收件',
  basis: '当年收到的申请，按收件时间；收件不等于受理，其他业务系统的办件另计',
  where: (row) => row.lit(true),
});
const elsewhere = measure(caseFile, {
  name: 'cases.elsewhere',
  title: '外部系统办件',
  basis: '在其他业务系统办理、导入本系统的办件，按收件时间；不计入其余各项',
  on: 'receivedAt',
  by: 'place',
  where: (row) => row('row.isElsewhere', '=', true),
});
const toldOnce = counted('correctionAskedAt', {
  name: 'correction-asked',
  title: '一次性告知补正',
  basis: '发出一次性补正告知的办件，按告知时间',
  where: (row) => row.lit(true),
});
const ended = (outcome: 'declined' | 'withdrawn', title: string, basis: string): Measure =>
  counted('endedAt', {
    name: outcome,
    title,
    basis: `${basis}，按终结时间`,
    where: (row) => row('row.outcome', '=', outcome),
  });
const declined = ended('declined', '不予受理', '书面决定不予受理的');
const withdrawn = ended('withdrawn', '撤回申请', '申请人在决定之前撤回的');
const terminated = counted('endedAt', {
  name: 'terminated',
  title: '终止办理',
  basis: '逾期未补正、容缺未补、承诺不实或其他法定情形终止的，按终结时间',
  where: (row) => row('row.outcome', 'in', ['not-corrected', 'not-supplied', 'false-promise', 'terminated']),
});

/** Of what was accepted in the year. */
const ofAccepted = (said: Said): Measure => counted('acceptedAt', said);
const accepted = ofAccepted({
  name: 'accepted',
  title: '受理',
  basis: '当年受理的办件，按受理时间；逾期未告知视为受理的按收件之日',
  where: (row) => row.lit(true),
});
const deemed = ofAccepted({
  name: 'deemed-accepted',
  title: '视为受理',
  basis: '受理中因逾期未一次性告知、自收件之日起视为受理的（行政许可法第三十二条）',
  where: (row) => row('row.acceptance', '=', 'deemed'),
});
const instant = ofAccepted({
  name: 'instant',
  title: '即办件',
  basis: '受理中办件类型为即办的',
  where: (row) => row('row.kind', '=', 'instant'),
});
const onBehalf = ofAccepted({
  name: 'on-behalf',
  title: '帮代办',
  basis: '受理中由代办人帮办、代办的',
  where: (row) => row('row.isOnBehalf', '=', true),
});
const green = ofAccepted({
  name: 'green',
  title: '特事特办',
  basis: '受理中走绿色通道的；法定时限不因此改变',
  where: (row) => row('row.isGreen', '=', true),
});
const committed = ofAccepted({
  name: 'committed',
  title: '告知承诺受理',
  basis: '受理中以告知承诺方式受理的',
  where: (row) => row('row.acceptance', '=', 'committed'),
});
const tolerant = ofAccepted({
  name: 'tolerant',
  title: '容缺受理',
  basis: '受理中有材料容缺后补的',
  where: (row) => row('row.isSupplied', 'is not', null),
});
const supplied = ofAccepted({
  name: 'outstanding-supplied',
  title: '容缺材料已补齐',
  basis: '容缺受理中材料已经补齐的',
  where: (row) => row('row.isSupplied', '=', true),
});
const unsupplied = ofAccepted({
  name: 'outstanding-unsupplied',
  title: '容缺材料未补齐',
  basis: '容缺受理中材料还没有补齐的，含因此终止的',
  where: (row) => row('row.isSupplied', '=', false),
});

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
/** 全域通办 is told by whose authority decides, not by where the counter stands. */
const decidedBy = (authority: Authority, title: string): Measure =>
  ofAccepted({
    name: `authority-${authority}`,
    title,
    basis: `受理中由${AUTHORITIES[authority]}决定的，按决定权属，不按受理地`,
    where: (row) => row('row.authority', '=', authority),
  });
const ofCity = decidedBy('city', '全域通办（市级部门决定）');
const ofOtherPlace = decidedBy('other-place', '跨域通办（外地部门决定）');
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
  title: '通办（外级外地决定）',
  basis: '全域通办（市级部门决定）＋ 跨域通办（外地部门决定）',
  plus: [ofCity, ofOtherPlace],
});

const share = (name: string, title: string, numerator: Measure, denominator: Measure) =>
  rate({
    name: `cases.${name}`,
    title,
    basis: `${numerator.title} ÷ ${denominator.title}`,
    numerator,
    denominator,
  });

export const takenInMeasures = [
  received,
  elsewhere,
  toldOnce,
  declined,
  withdrawn,
  terminated,
  accepted,
  deemed,
  instant,
  share('instant-share', '即办率', instant, accepted),
  onBehalf,
  green,
  committed,
  tolerant,
  supplied,
  unsupplied,
  share('outstanding-supplied-rate', '容缺材料补齐率', supplied, tolerant),
  ...byWindow,
  ...byLevel,
  ...byChannel,
  ...byAuthority,
  anywhere,
];
