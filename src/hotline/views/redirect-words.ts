import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { redirect } from '../order/redirect.ts';
import { REDIRECTIONS, type Redirection } from '../order/words.ts';
import { redirectWords } from '../redirect-words.ts';

const KEYS = Object.keys(REDIRECTIONS) as readonly Redirection[];

/** 引导用语 — `{ words: [{ to, title, text }] }`: what is read out to the caller before the redirection is registered. */
export const redirectWordsView = view({
  name: 'hotline.redirect-words',
  title: '引导告知的规范用语',
  path: '/hotline/redirect-words',
  may: redirect.may,
  query: Type.Object({}),
  read: ({ app }) => {
    const texts = settingOf(app, redirectWords) as Readonly<Record<Redirection, string>>;
    return Promise.resolve({
      words: KEYS.map((to) => ({ to, title: REDIRECTIONS[to], text: texts[to] })),
    });
  },
});
