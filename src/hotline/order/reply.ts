import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { PromisesField, promisesMade } from '../course/promises/promise.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { contactOf, isContactKept } from './contact.ts';
import { ContactField } from './fields.ts';
import { WITH_UNIT } from './words.ts';
import { repliersOf } from './repliers.ts';
import { stepBegun, stepNeeds } from './step.ts';
import { workOrder } from './work-order.ts';

/**
 * 答复 — what the unit found and did. It must say whether, when and how the caller was contacted; a reply without contact is
 * refused (a ground for rework in Yueyang's bulletins), unless nobody can be reached. A day that it promises is kept track of.
 */
export const reply = action(workOrder, {
  name: 'reply',
  title: '答复',
  about: '填写办理结果，并说明何时、怎样联系了诉求人',
  may: { 'hotline.handler': 'handler' },
  from: [...WITH_UNIT],
  to: ['replied'],
  input: Type.Object({
    text: Type.String({ title: '答复内容', minLength: 2, maxLength: 10_000, pattern: '\\S', keep: 'never' }),
    contacted: Type.Optional(ContactField),
    promises: Type.Optional(PromisesField),
  }),
  needs: { ...stepNeeds, ...speakerNeeds },
  decide({ order, input, by, speakers, calendar, rules, steps, now }) {
    const cover = coverIn(order, speakers);
    const contacts = [
      ...(order.contacts ?? []),
      ...(input.contacted ? [contactOf(input.contacted, { order, by, now, cover })] : []),
    ];
    const { failedContacts } = rules;
    const { contactMinutesApart } = steps;
    if (!isContactKept(order, contacts, { failedContacts, contactMinutesApart }))
      refuse('hotline.no-contact', { times: failedContacts, minutes: contactMinutesApart });
    const patch = {
      state: 'replied',
      reply: cover.answer(input.text),
      repliedAt: now,
      repliedBy: repliersOf(order, by),
      contacts,
      isContacted: contacts.some((each) => each.withCaller) ? true : null,
      askedExtension: null,
      ...stepBegun('replied', order.isUrgent, { calendar, rules, steps, now }),
    } as const;
    const said = (input.promises ?? []).map((each) => ({ ...each, text: cover.answer(each.text) }));
    return [patch, ...promisesMade({ order, unit: order.handler!, said, now })];
  },
});
