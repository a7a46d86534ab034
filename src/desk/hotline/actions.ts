import type { ActionShown } from '#desk/api/program.ts';

/** What moves an order on comes first; what sends it back or ends it, last. */
const FIRST: readonly string[] = [
  'sign',
  'dispatch',
  'arbitrate',
  'reply',
  'approve-reply',
  'submit-up',
  'grant-extension',
  'decline-extension',
  'hold-joint-review',
  'call-back',
  'close',
  'answer-directly',
  'redirect',
  'log-contact',
  'ask-extension',
];
const LAST: readonly string[] = [
  'return',
  'send-back',
  'return-to-city',
  'merge',
  'withdraw',
  'ask-void',
  'decline-void',
  'grant-void',
  'void',
];
const rank = (name: string): number => {
  if (FIRST.includes(name)) return FIRST.indexOf(name);
  return FIRST.length + (LAST.includes(name) ? 1 + LAST.indexOf(name) : 0);
};
export const inOrder = (actions: readonly ActionShown[]): readonly ActionShown[] =>
  actions.toSorted((a, b) => rank(a.name) - rank(b.name));

/** One letter each, the same on every page of the hotline. */
export const ACTION_KEYS: Readonly<Record<string, string>> = {
  dispatch: 'd',
  'answer-directly': 'a',
  redirect: 'r',
  sign: 's',
  reply: 'f',
  'log-contact': 'l',
  'call-back': 'c',
  close: 'e',
  'tell-code': 'q',
};
