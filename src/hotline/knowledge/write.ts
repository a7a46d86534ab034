import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { dayOf } from '#lib/time.ts';
import { organisationNamed } from '#organisations/index.ts';
import { maybeTopicOf } from '../topics/needs.ts';
import { knowledgeEntry, MAY } from './entry.ts';
import {
  Answer,
  Basis,
  EveryDays,
  Items,
  MaybeTopic,
  On,
  Question,
  refuseExpired,
  Title,
  USUAL_INTERVAL,
} from './fields.ts';

/** 撰写 — a draft; callers are told nothing from it until it is published. */
export const writeEntry = birth(knowledgeEntry, {
  name: 'write',
  title: '撰写知识',
  may: MAY,
  to: ['draft'],
  input: Type.Object({
    title: Title,
    question: Question,
    answer: Answer,
    basis: Basis,
    owner: Type.String({ title: '责任单位', format: 'uuid', ref: 'organisation' }),
    topic: MaybeTopic,
    items: Type.Optional(Items),
    validUntil: Type.Optional(On('有效期至（不填为长期）')),
    confirmEveryDays: Type.Optional(EveryDays),
  }),
  needs: { unit: organisationNamed('owner'), about: maybeTopicOf },
  decide({ input, unit, about, now }) {
    refuseExpired(input.validUntil ?? null, dayOf(now));
    return {
      state: 'draft',
      title: input.title.trim(),
      question: input.question,
      answer: input.answer,
      basis: input.basis,
      owner: unit.id,
      topic: about,
      items: input.items ?? [],
      validUntil: input.validUntil ?? null,
      confirmEveryDays: input.confirmEveryDays ?? USUAL_INTERVAL,
      writtenAt: now,
      edition: 0,
    };
  },
});
