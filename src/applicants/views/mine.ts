import { Type } from 'typebox';
import { view } from '#lib/view.ts';
import { APPLICANT } from '#people/index.ts';
import { readMine, readMyMandates } from './read-mine.ts';

const MAY = { [APPLICANT]: 'id' } as const;

/** 我的信息 — whoever is signed in with a real name sees what is held of them. */
export const myView = view({
  name: 'applicants.mine',
  title: '我的信息',
  path: '/mine',
  may: MAY,
  query: Type.Object({}),
  read: ({ by, app }) => readMine(app, by.id),
});

/** 我的委托 — given and received. */
export const myMandates = view({
  name: 'applicants.my-mandates',
  title: '我的委托',
  path: '/mine/mandates',
  may: MAY,
  query: Type.Object({}),
  read: async ({ by, app }) => ({ items: await readMyMandates(app, by.id) }),
});
