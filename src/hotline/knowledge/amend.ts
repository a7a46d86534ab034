import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { maybeTopicOf } from '../topics/needs.ts';
import { knowledgeEntry, MAY } from './entry.ts';
import {
  Answer,
  Basis,
  confirmedColumns,
  EveryDays,
  Items,
  MaybeTopic,
  On,
  Question,
  refuseExpired,
  Title,
} from './fields.ts';

/**
 * 修订 — what is not filled in stays. The former text remains readable in the history until it is erased. Whoever amends
 * what is published has looked at it: that confirms it.
 */
export const amendEntry = action(knowledgeEntry, {
  name: 'amend',
  title: '修订知识',
  may: MAY,
  from: ['draft', 'published', 'to-confirm', 'expired'],
  to: ['draft', 'published'],
  input: Type.Object({
    title: Type.Optional(Title),
    question: Type.Optional(Question),
    answer: Type.Optional(Answer),
    basis: Type.Optional(Basis),
    topic: MaybeTopic,
    items: Type.Optional(Items),
    validUntil: Type.Optional(On('有效期至')),
    isWithoutEnd: Type.Optional(Type.Boolean({ title: '长期有效' })),
    confirmEveryDays: Type.Optional(EveryDays),
  }),
  needs: { about: maybeTopicOf },
  decide({ entry, input, about, now }) {
    if (Object.keys(input).length === 0) refuse('hotline.nothing-amended');
    const validUntil = input.isWithoutEnd === true ? null : (input.validUntil ?? entry.validUntil);
    refuseExpired(validUntil, dayOf(now));
    const confirmEveryDays = input.confirmEveryDays ?? entry.confirmEveryDays;
    const patch = {
      title: input.title?.trim() ?? entry.title,
      question: input.question ?? entry.question,
      answer: input.answer ?? entry.answer,
      basis: input.basis ?? entry.basis,
      topic: about ?? entry.topic,
      items: input.items ?? entry.items,
      validUntil,
      confirmEveryDays,
      amendedAt: now,
    };
    if (entry.state === 'draft') return { state: 'draft', ...patch };
    return {
      state: 'published',
      ...patch,
      edition: entry.edition + 1,
      ...confirmedColumns(dayOf(now), confirmEveryDays),
    };
  },
});
