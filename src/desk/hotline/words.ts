import {
  CALL_BACK_RESULTS,
  CHANNELS,
  EXCLUSION_GROUNDS,
  ORDER_TYPES,
  OUTCOMES,
  REDIRECTIONS,
  STATES,
} from '#hotline/order/words.ts';
import { flag, type Flag } from '#desk/components/flag.ts';
import type { Order } from './model.ts';

/** The module's own words, so that no key is ever read by a person. */
const said =
  (words: Readonly<Record<string, string>>) =>
  (key: string | null | undefined): string =>
    key === null || key === undefined ? '' : (words[key] ?? key);
export const typeSaid = said(ORDER_TYPES);
export const channelSaid = said(CHANNELS);
export const stateSaid = said(STATES);
export const resultSaid = said(CALL_BACK_RESULTS);

export interface Choice {
  readonly value: string;
  readonly title: string;
}
const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }));
export const typeChoices = choicesOf(ORDER_TYPES);
/** What an agent may take down by: the city's orders are received with their number, bad ratings come by themselves. */
export const channelChoices = choicesOf(CHANNELS).filter(
  ({ value }) => value !== 'city' && value !== 'rating',
);
export const resultChoices = choicesOf(CALL_BACK_RESULTS);

/** Stored words of the columns, for the generic list and detail. */
export const orderWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'work-order.channel': CHANNELS,
  'work-order.type': ORDER_TYPES,
  'work-order.outcome': OUTCOMES,
  'work-order.callBackResult': CALL_BACK_RESULTS,
  'work-order.cityResult': CALL_BACK_RESULTS,
  'work-order.rating': CALL_BACK_RESULTS,
  'work-order.redirectedTo': REDIRECTIONS,
  'work-order.exclusionGround': EXCLUSION_GROUNDS,
  'work-order.exclusion': { asked: '已申请', granted: '已剔除', declined: '未同意' },
  'supervision.paper': {
    reminder: '到期提醒',
    'urging-notice': '催办通知书',
    'supervision-order': '督办单',
    reprimand: '通报批评',
  },
  'supervision.copyTo': {
    nobody: '不抄送',
    'unit-leader': '承办单位主要负责人',
    'bureau-leader': '行政审批服务局负责人',
    'district-leader': '区领导',
  },
  'work-order.caseStanding': { 'put-forward': '已报送', selected: '已选用', sent: '已报市' },
};

const counted = (word: string, times: number | null): string =>
  times !== null && times > 1 ? `${word} ${times}` : word;

/** What an order has about it that one must know before touching it. */
export function flagsOf(order: Order): readonly Flag[] {
  return [
    ...(order.isUrgent ? [flag('紧急', 'bad')] : []),
    ...(order.supervision ? [flag(`督办 ${order.supervision} 级`, 'bad')] : []),
    ...(order.isConfidential ? [flag('保密', 'warn')] : []),
    ...(order.isConfidential && !order.isCoverRead && order.handler === null
      ? [flag('待核对遮盖稿', 'bad')]
      : []),
    ...(order.isAnonymous ? [flag('匿名', 'quiet')] : []),
    ...(order.reopenings ? [flag(counted('重办', order.reopenings), 'warn')] : []),
    ...(order.reworks ? [flag(counted('返工', order.reworks), 'warn')] : []),
    ...(order.urgings ? [flag(counted('催办', order.urgings), 'warn')] : []),
    ...(order.cameBackTo ? [flag('重复来电', 'warn')] : []),
    ...(order.exclusion === 'asked' ? [flag('申请剔除', 'brand')] : []),
    ...(order.isSampled ? [flag('抽中回访', 'brand')] : []),
    ...(order.cityNumber ? [flag('市平台', 'brand')] : []),
  ];
}
/** The nearest part of a topic's path. */
export const topicShort = (topic: string): string => topic.split('/').at(-1)!;
