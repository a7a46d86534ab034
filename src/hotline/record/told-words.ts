import { CHANNELS, ORDER_TYPES, type CallBackResult, type Channel, type OrderType } from '../order/words.ts';
import { isCalledReport } from '../order/report-words.ts';
import type { RecordedState } from './input.ts';

/** What stands where a source says nothing. */
export const UNKNOWN = '未知';

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const firstMatch = <K>(table: readonly (readonly [RegExp, K])[], told: string): K | undefined =>
  table.find(([pattern]) => pattern.test(folded(told)))?.[1];

const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/市平台|市级平台|市转办|上级转办/, 'city'],
  [/信箱|来信|邮件/, 'mailbox'],
  [/微信|公众号/, 'wechat'],
  [/来电|电话|固话/, 'phone'],
  [/^app$|客户端|手机|小程序/, 'app'],
  [/网站|网页|网上|网络|门户|留言板/, 'web'],
  [/热线|^\d{5}$/, 'phone'],
  [/差评/, 'rating'],
];
const TYPE_WORDS: readonly (readonly [RegExp, OrderType])[] = [
  [/^(?:咨询|咨询类)$/, 'consultation'],
  [/^(?:求助|求决|求助类|诉求)$/, 'help'],
  [/^(?:投诉|投诉类)$/, 'complaint'],
  [/^(?:建议|建言|意见建议|建议类)$/, 'suggestion'],
  [/^(?:表扬|感谢|表扬类)$/, 'praise'],
];
const RESULT_WORDS: readonly (readonly [RegExp, CallBackResult])[] = [
  [/^(?:不满意|非常不满意|dissatisfied)$/, 'dissatisfied'],
  [/^(?:满意|非常满意|基本满意|satisfied)$/, 'satisfied'],
  [/^(?:未接通|无法接通|未联系上|not-reached)$/, 'not-reached'],
  [/^(?:未评价|未表态|不评价|no-view)$/, 'no-view'],
];
/** Whole words: what is 未办结 is not 办结, and which one 办结中 is nobody knows. */
const STATE_WORDS: readonly (readonly [RegExp, RecordedState])[] = [
  [/^(?:[待未](?:派单?|受理|回复|办理?|处理)|已登记|registered)$/, 'registered'],
  [
    /^(?:(?:已经?|按期|按时|超期|逾期)?(?:办结|完成|结案)|已经?办理|(?:已?办结)?已?归档|已关闭|closed)$/,
    'closed',
  ],
  [/^(?:已?(?:答复|回复)|待审核?|replied)$/, 'replied'],
  [
    /^(?:正在?(?:办理|处理)|(?:正在)?(?:办理|处理)中|待签收|已派单|已签收|在办|(?:尚|逾期|超期)?未办结|signed)$/,
    'signed',
  ],
];
const isKey = <K extends string>(table: Readonly<Record<K, string>>, told: string): told is K =>
  Object.hasOwn(table, told);

/**
 * The source's word as one of ours where we have it, else as it stands there, 未知 where there is none: what was never
 * said must not be made up, what was said must not be lost.
 */
export function channelTold(told: string | undefined): Channel {
  if (told === undefined || isKey(CHANNELS, told)) return (told ?? UNKNOWN) as Channel;
  return firstMatch(CHANNEL_WORDS, told) ?? (told as Channel);
}
export function typeTold(told: string | undefined): OrderType {
  // First of all: 投诉举报 is as much a report as a complaint.
  if (told !== undefined && isCalledReport(told)) return 'report';
  if (told === undefined || isKey(ORDER_TYPES, told)) return (told ?? UNKNOWN) as OrderType;
  return firstMatch(TYPE_WORDS, told) ?? (told as OrderType);
}
/** Nothing for a word that is none of ours: a result counts in rates, so it is asked about, not guessed. */
export const findResult = (told: string): CallBackResult | undefined => firstMatch(RESULT_WORDS, told);
/** Nothing for a word that is none of ours: states make figures. What is explained in brackets is left aside. */
export const findState = (told: string): RecordedState | undefined =>
  firstMatch(STATE_WORDS, told.replace(/[（(][^（）()]*[）)]/g, ''));

const LATE = /超期|逾期|超时/;
const IN_TIME = /按期|按时|如期|及时/;
/** Whether a word of the source says that it was on time; nothing where it says neither, or both, or that it is not so. */
export function findInTime(told: string): boolean | undefined {
  const text = folded(told);
  if (/[未没不非]/.test(text) || LATE.test(text) === IN_TIME.test(text)) return undefined;
  return IN_TIME.test(text);
}

const YES = /^(?:是|已|已解决|解决|紧急|特急|加急|保密|true|1|y|yes)$/;
const NO = /^(?:否|未|未解决|没有|一般|普通|不紧急|不保密|false|0|n|no)$/;
export const findYesNo = (told: string): boolean | undefined =>
  YES.test(folded(told)) ? true : NO.test(folded(told)) ? false : undefined;
