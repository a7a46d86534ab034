import { Type, type Static } from 'typebox';
import { birth, create } from '#lib/action/action.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { maybeCall, tiedToCall } from '../calls/of-order.ts';
import { coveredWords } from '../covering/words.ts';
import { placeOf } from '../places.ts';
import { topicOf } from '../topics/needs.ts';
import { ChannelField, LETTER_LIMIT, OrderTypeField, Place, Topic } from './fields.ts';
import { protectedCaller } from './protected-caller.ts';
import { stepBegun, stepNeeds, type Stepping } from './step.ts';
import { VISIBLE } from './visible.ts';
import { CHANNELS } from './words.ts';
import { workOrder } from './work-order.ts';

const Phone = Type.String({
  title: '联系电话',
  pattern: '^\\+?[0-9][0-9 ()-]{5,19}$',
  wrong: '应为手机或固定电话号码，如 0730-1234567',
  keep: 'never',
});
/** 诉求人, as every channel takes them. What is said here stands sealed in its own columns, nowhere else. */
export const CallerField = Type.Object(
  {
    name: Type.Optional(Type.String({ title: '姓名', minLength: 1, maxLength: 60 })),
    phone: Type.Optional(Phone),
    address: Type.Optional(Type.String({ title: '地址', maxLength: 200 })),
  },
  { title: '诉求人', keep: 'never' },
);
interface Caller {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
}
const plain = (text: string | undefined): { readonly plain: string } | null =>
  text === undefined || text.trim() === '' ? null : { plain: text.trim() };

/** The personal columns of a caller; all null for nobody. */
export const callerColumns = (caller: Caller | undefined) => ({
  name: plain(caller?.name),
  phone: plain(caller?.phone),
  address: plain(caller?.address),
});

/** What any way in takes down. */
export const OrderFields = Type.Object({
  channel: ChannelField,
  type: OrderTypeField,
  topic: Topic,
  place: Place,
  // What is said in a title may name somebody: of a confidential order only the covered one stands in the ledger.
  title: Type.String({
    title: '标题',
    minLength: 2,
    maxLength: 100,
    pattern: VISIBLE,
    wrong: '请写出看得见的文字',
    keep: 'never',
  }),
  text: Type.String({
    title: '内容',
    minLength: 2,
    maxLength: LETTER_LIMIT,
    pattern: VISIBLE,
    wrong: '请写出看得见的文字',
    keep: 'never',
  }),
  caller: Type.Optional(CallerField),
  isAnonymous: Type.Optional(Type.Boolean({ title: '匿名' })),
  isConfidential: Type.Optional(Type.Boolean({ title: '要求保密' })),
  isUrgent: Type.Optional(Type.Boolean({ title: '紧急' })),
  isPublishable: Type.Optional(Type.Boolean({ title: '同意公开（隐去姓名）' })),
  call: Type.Optional(Type.String({ title: '来电', format: 'uuid', ref: 'call' })),
  /** What the program had suggested: beside the topic chosen it tells, in the ledger, where it was corrected. */
  suggestedTopic: Type.Optional(Type.String({ title: '系统建议的主题', maxLength: 120 })),
});

interface Said extends Stepping {
  readonly input: Static<typeof OrderFields>;
  readonly place: { readonly code: string };
  readonly topic: string;
  readonly id: (n: number) => string;
}
/** The order that follows from what was said, and the row of who must stay unknown. Refuses a name on what is anonymous. */
export function takenDown({ input, place, topic, id, ...stepping }: Said) {
  const { now } = stepping;
  const caller = callerColumns(input.caller);
  if (input.isAnonymous === true && (caller.name || caller.phone)) refuse('hotline.anonymous-named');
  const isConfidential = input.isConfidential === true || input.type === 'report';
  const isKnown = caller.name !== null || caller.phone !== null || caller.address !== null;
  const said = { title: input.title.trim(), text: input.text };
  const words = isConfidential
    ? coveredWords(said, input.caller ?? {})
    : { open: said, original: { title: null, text: null } };
  const order = {
    id: id(0),
    state: 'registered',
    channel: input.channel,
    type: input.type,
    topic,
    place: place.code,
    ...words.open,
    callerName: isConfidential ? null : caller.name,
    callerPhone: isConfidential ? null : caller.phone,
    address: isConfidential ? null : caller.address,
    isAnonymous: isKnown ? null : true,
    isConfidential: isConfidential ? true : null,
    isUrgent: input.isUrgent === true ? true : null,
    isPublishable: input.isPublishable === true && !isConfidential ? true : null,
    registeredAt: now,
    ...stepBegun('registered', input.isUrgent === true, stepping),
    call: input.call ?? null,
  } as const;
  const kept = { state: 'kept', orderId: id(0), place: place.code, ...caller, ...words.original } as const;
  const isKept = isConfidential && (isKnown || words.original.text !== null);
  return [order, ...(isKept ? [create(protectedCaller, kept)] : [])] as const;
}

/**
 * 登记 — an agent, another module or another system takes down what somebody wants. 举报 is always confidential; who spoke
 * then stands in a row of its own. Source: 国办发〔2020〕53号, GB/T 33358-2016.
 */
export const register = birth(workOrder, {
  name: 'register',
  title: '登记',
  about: '登记一件诉求；来电、来信、网站、微信、接口和差评都进入同一队列',
  may: { 'hotline.agent': 'place' },
  to: ['registered'],
  input: Type.Object({
    ...OrderFields.properties,
    isAnotherMatter: Type.Optional(Type.Boolean({ title: '同一通来电的另一件事' })),
  }),
  needs: { place: placeOf, topic: topicOf, named: maybeCall, ...stepNeeds },
  decide({ named, ...said }) {
    const { input, by, id } = said;
    // What the city sends has its own number and limit; a bad rating is taken over by the program.
    if (input.channel === 'city' || (input.channel === 'rating' && by.id !== SYSTEM.id))
      refuse(
        'hotline.channel-not-here',
        { channel: CHANNELS[input.channel] },
        { fields: [{ path: 'channel', message: '请选择其他渠道' }] },
      );
    const isAnother = input.isAnotherMatter === true;
    const tied = tiedToCall({
      asked: input.call,
      named,
      isAnother,
      orderId: id(0),
      place: said.place.code,
    });
    return [...takenDown(said), ...tied] as const;
  },
});
