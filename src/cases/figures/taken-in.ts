import { measure, type Measure } from '#lib/measure.ts';
import { caseFile } from '../file/case-file.ts';
import { countedBy, ofAccepted, share } from './counted.ts';

const counted = countedBy('place');

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
];
