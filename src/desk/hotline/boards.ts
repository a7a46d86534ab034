/** A list of a board; its number comes from the server under the same name. */
export interface BoardList {
  readonly name: string;
  readonly title: string;
  /** A number here that should worry. */
  readonly isAlarming?: boolean;
}
export interface Board {
  readonly title: string;
  readonly about: string;
  readonly lists: readonly BoardList[];
  /** What may be done to several at once. */
  readonly bulk: readonly ('dispatch' | 'sign')[];
  /** A unit's own board need not say on every line whose it is. */
  readonly isOfOneUnit?: boolean;
}
const list = (name: string, title: string, isAlarming = false): BoardList => ({ name, title, isAlarming });

export const dispatchBoard: Board = {
  title: '派单台',
  about: '待派和退回的工单；选中几件可以一起派给同一单位。',
  lists: [
    list('to-dispatch', '待派单'),
    list('returned', '退单待裁'),
    list('extension', '延期申请'),
    list('review', '答复待审'),
    list('overdue', '已超期', true),
    list('step-overdue', '环节超时', true),
  ],
  bulk: ['dispatch'],
};
export const inbox: Board = {
  title: '承办箱',
  about: '派给本单位的工单；期限自派单起算，签收与否都在走。',
  lists: [
    list('to-sign', '待签收'),
    list('in-hand', '办理中'),
    list('again', '返工重办', true),
    list('overdue', '已超期', true),
    list('answered', '已答复'),
  ],
  bulk: ['sign'],
  isOfOneUnit: true,
};
export const supervisionBoard: Board = {
  title: '督办台',
  about: '要有人过问的工单；点数字看名单。',
  lists: [
    list('overdue', '已超期', true),
    list('step-overdue', '环节超时', true),
    list('due-today', '今日到期', true),
    list('returned', '退单待裁'),
    list('reopened', '重办中', true),
    list('joint-review', '待会商', true),
    list('supervised', '督办中'),
    list('extension', '延期申请'),
    list('exclusion', '剔除申请'),
    list('void-asked', '作废申请'),
    list('confidential', '保密'),
  ],
  bulk: [],
};
export const cityBoard: Board = {
  title: '市平台对接台',
  about: '市平台转来的工单：审核通过的上报，上报后等市平台回访。',
  lists: [
    list('to-submit', '待上报'),
    list('city-waiting', '待派单'),
    list('city-open', '未答复'),
    list('city-overdue', '超市级期限', true),
    list('submitted', '已上报待回'),
  ],
  bulk: [],
};
export const callBackLists: readonly BoardList[] = [
  list('drawn', '抽中回访'),
  list('to-call-back', '已答复待回访'),
  list('closed-lately', '近 30 日办结'),
];
