import { Type } from 'typebox';
import { birth, change } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { maybeOrganisationNamed } from '#organisations/index.ts';
import { maybeTopicOf } from '../topics/needs.ts';
import { MaybeTopic } from './fields.ts';
import { knowledgeGap, spokenWords } from './gap.ts';

type Asking = { readonly input: { readonly words: string } };

/** 没有找到 — an agent looked for something and nothing helped. */
export const missEntry = birth(knowledgeGap, {
  name: 'miss',
  title: '没有找到',
  about: '登记没有查到的内容；相同的检索词并入未了结的缺口并计次数',
  may: {
    'hotline.agent': 'anyone',
    'hotline.dispatcher': 'anyone',
    'hotline.caller-back': 'anyone',
    'hotline.supervisor': 'anyone',
  },
  to: ['open', 'joined'],
  input: Type.Object({
    words: Type.String({
      title: '检索词',
      minLength: 2,
      maxLength: 100,
      pattern: '[\\p{L}\\p{N}]',
      wrong: '应含文字',
    }),
    topic: MaybeTopic,
    note: Type.Optional(Type.String({ title: '说明', maxLength: 1000, keep: 'prose' })),
    owner: Type.Optional(Type.String({ title: '责任单位', format: 'uuid', ref: 'organisation' })),
  }),
  needs: {
    same: find(knowledgeGap, ({ input }: Asking) => ({ spoken: spokenWords(input.words), state: 'open' })),
    about: maybeTopicOf,
    unit: maybeOrganisationNamed('owner'),
  },
  decide({ input, same, about, unit, by, now }) {
    const missed = {
      words: input.words.trim(),
      spoken: spokenWords(input.words),
      topic: about,
      note: input.note ?? null,
      askedBy: by.id,
      askedByName: by.name,
      askedAt: now,
      times: 1,
      owner: unit?.id ?? null,
    };
    if (!same) return { state: 'open', ...missed };
    return [
      { state: 'joined', ...missed, joinedTo: same.id, owner: same.owner },
      change(knowledgeGap, same, { times: same.times + 1 }),
    ];
  },
});
