import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { personalIn } from '#lib/covering/masking.ts';
import type { Recorded } from '#lib/covering/recorded.ts';
import { whereFound } from '../covering/where-found.ts';
import { contactUnit } from '../order/contact.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { WITH_UNIT } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { relay } from './relay.ts';

const Words = (title: string) =>
  Type.String({ title, minLength: 2, maxLength: 5000, pattern: '\\S', keep: 'never' });

/** 经热线办公室联系 — the unit asks a confidential caller something without learning who that is. */
export const contactThroughOffice = action(workOrder, {
  name: 'contact-through-office',
  title: '经热线办公室联系',
  about: '诉求人要求保密时，请热线办公室代为询问或转告',
  may: { 'hotline.handler': 'handler' },
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({ question: Words('请代问的内容') }),
  needs: speakerNeeds,
  when: (order) => order.isConfidential === true,
  decide: ({ order, input, speakers, now }) => [
    { state: order.state },
    create(relay, {
      state: 'asked',
      orderId: order.id,
      orderNumber: order.number,
      place: order.place,
      unit: order.handler!,
      question: coverIn(order, speakers).note(input.question),
      askedAt: now,
    }),
  ],
});

/** Seven digits in a row are a telephone or an identity number, however they are spaced. */
const TELLS_WHO = /\d(?:[ -]?\d){6,}/;
type Asked = { readonly row: { readonly orderId: string } };

/** Refuses what would give the caller away: any long number, and name, number or door of the one on record. */
function refuseTelling(text: string, known: Recorded): void {
  const found = personalIn(text, known).filter((each) => each.isOfSpeaker === true);
  const message =
    found.length > 0
      ? `看得出诉求人是谁：${whereFound(text, found)}`
      : TELLS_WHO.test(text.normalize('NFKC'))
        ? '不能写入电话或证件号码'
        : null;
  if (message !== null) refuse('hotline.relay-names-caller', {}, { fields: [{ path: 'text', message }] });
}

/** 回复转达 — what the caller said, without what would give the caller away; it counts as a contact of the order. */
export const answerRelay = action(relay, {
  name: 'answer',
  title: '回复转达',
  about: '登记诉求人的答复；不得写入姓名、电话等能辨认诉求人的内容',
  may: { 'hotline.agent': 'place', 'hotline.caller-back': 'place' },
  from: ['asked'],
  to: ['answered'],
  input: Type.Object({
    text: Words('诉求人的答复'),
    isReached: Type.Boolean({ title: '是否联系到诉求人本人' }),
  }),
  needs: { known: opened(protectedCaller, ({ row }: Asked) => ({ orderId: row.orderId })) },
  decide({ order, input, known, now }) {
    refuseTelling(input.text, known[0] ?? {});
    const contact = {
      at: now,
      how: '经热线办公室转达',
      ...contactUnit(order),
      withCaller: input.isReached,
    };
    return [
      { state: 'answered', answer: input.text, answeredAt: now },
      change(workOrder, order, {
        contacts: [...(order.contacts ?? []), contact],
        isContacted: input.isReached ? true : order.isContacted,
      }),
    ];
  },
});
