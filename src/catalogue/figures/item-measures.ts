import { rate, type AnyMeasure, type Predicate, type Rate, type Sum } from '#lib/measure.ts';
import { item, type Item } from '../item/item.ts';
import { RATES } from '../rates/rates.ts';
import { standing } from './standing.ts';

type Where = Predicate<Item>;
/** Own items of which this is true. */
const items = (name: string, words: { readonly title: string; readonly basis: string }, where?: Where): Sum =>
  standing(item, {
    name: `catalogue.${name}`,
    ...words,
    from: 'recordedOn',
    until: 'endedAt',
    by: 'place',
    where: (row) => {
      const isOwn = row('row.isOwn', '=', true);
      return where ? row.and([isOwn, where(row)]) : isOwn;
    },
  });
const asked =
  (where: Where): Where =>
  (row) =>
    row.and([row('row.isOnApplication', '=', true), where(row)]);

const all = items('items', { title: '事项数', basis: '本地目录中的事项' });
const onApplication = items(
  'items-on-application',
  { title: '依申请事项数', basis: '本地目录中依申请办理的事项' },
  (row) => row('row.isOnApplication', '=', true),
);

interface Share {
  readonly name: string;
  readonly title: string;
  readonly basis: string;
  readonly has: string;
  readonly of: Sum;
}
const share = ({ name, title, basis, has, of }: Share, where: Where): Rate =>
  rate({
    name: `catalogue.${name}-rate`,
    title,
    basis: `${basis}；只计本地目录，截至期末`,
    numerator: items(`items-${name}`, { title: has, basis: `本地目录中${has}` }, where),
    denominator: of,
  });

const ofEntered = items(
  'items-of-entered',
  { title: '已设行政审批股部门的依申请事项', basis: '本地目录中实施部门已设行政审批股的依申请事项' },
  asked((row) => row('row.isEntered', '=', true)),
);
const compared = items(
  'items-compared',
  { title: '可与上级目录比对的事项', basis: '本地目录中，上级对照目录有相同基本编码的事项' },
  (row) => row('row.agrees', 'is not', null),
);

/** The rates a predicate can say (law-and-standards §1.5). 时限压缩率 adds up days and is computed: `/api/items/rates`. */
export const itemMeasures: readonly AnyMeasure[] = [
  all,
  onApplication,
  share({ name: 'filled', ...RATES.fill, has: '必填要素全部填报的事项', of: all }, (row) =>
    row('row.isComplete', '=', true),
  ),
  share({ name: 'published', ...RATES.publish, has: '已发布（含暂停办理）的事项', of: all }, (row) =>
    row('row.state', 'in', ['published', 'suspended']),
  ),
  share(
    { name: 'instant', ...RATES.instant, has: '即办的依申请事项', of: onApplication },
    asked((row) => row('row.kind', '=', 'instant')),
  ),
  share(
    { name: 'one-visit', ...RATES['one-visit'], has: '到现场不超过 1 次的依申请事项', of: onApplication },
    asked((row) => row('row.visits', '<=', 1)),
  ),
  share(
    { name: 'no-visit', ...RATES['no-visit'], has: '不用到现场的依申请事项', of: onApplication },
    asked((row) => row('row.visits', '=', 0)),
  ),
  share(
    { name: 'online', ...RATES.online, has: '可网办的依申请事项', of: onApplication },
    asked((row) => row('row.isOnline', '=', true)),
  ),
  share(
    {
      name: 'in-hall',
      title: '事项进驻率',
      basis: '进驻政务大厅的依申请事项数 ÷ 依申请事项数；是否进驻未填的计入分母',
      has: '进驻政务大厅的依申请事项',
      of: onApplication,
    },
    asked((row) => row('row.isInHall', '=', true)),
  ),
  share(
    {
      name: 'authorised',
      title: '授权到位率',
      basis: '授权书在期的依申请事项数 ÷ 实施部门已设行政审批股的依申请事项数（进必授权）',
      has: '授权书在期的依申请事项',
      of: ofEntered,
    },
    asked((row) => row.and([row('row.isEntered', '=', true), row('row.isAuthorised', '=', true)])),
  ),
  share(
    {
      name: 'agreeing',
      title: '四级四同一致率',
      basis: '与上级对照目录逐要素一致的事项数 ÷ 可比对的事项数；决定保留本地写法的仍算不一致',
      has: '与上级目录一致的事项',
      of: compared,
    },
    (row) => row('row.agrees', '=', true),
  ),
];
