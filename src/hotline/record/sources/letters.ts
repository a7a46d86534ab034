import { findTold, hasFields, stated, type Source } from './source.ts';
import { timesIn } from './times.ts';

const NAMES = {
  sourceId: 'id',
  title: 'title',
  text: 'body',
  registeredAt: 'time',
  reply: 'reply',
  repliedAt: 'replyTime',
};

/** Letters to a mailbox with their answers: `id, user, title, time, body, reply, replyTime`. An answered letter is at its end. */
export const answeredLetters: Source = {
  recognises: (row) => hasFields(row, 'body', 'reply', 'replyTime', 'user'),
  understand(row) {
    const { times, faults } = timesIn(row, NAMES);
    const { repliedAt } = times;
    const input = stated({
      ...times,
      sourceSystem: '信箱来信与答复',
      sourceId: findTold(row, 'id'),
      state: repliedAt ? 'closed' : 'registered',
      channel: 'mailbox',
      title: findTold(row, 'title'),
      text: findTold(row, 'body'),
      reply: findTold(row, 'reply'),
      statedOutcome: repliedAt ? '已答复' : undefined,
    });
    return { input, unit: undefined, names: NAMES, faults };
  },
};

/** Letters others agreed with: `id, user, title, time, body, likes, dislikes`. Nothing is said of what became of them. */
export const likedLetters: Source = {
  recognises: (row) => hasFields(row, 'body', 'likes', 'dislikes', 'user'),
  understand(row) {
    const { times, faults } = timesIn(row, { registeredAt: NAMES.registeredAt });
    const input = stated({
      ...times,
      sourceSystem: '信箱热点来信',
      sourceId: findTold(row, 'id'),
      state: 'registered',
      channel: 'mailbox',
      title: findTold(row, 'title'),
      text: findTold(row, 'body'),
    });
    return { input, unit: undefined, names: NAMES, faults };
  },
};
