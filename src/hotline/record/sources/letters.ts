import { findTold, hasFields, momentsOf, stated, type Source } from './source.ts';

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
    const moments = momentsOf(row);
    const repliedAt = moments.find('replyTime');
    const input = stated({
      sourceSystem: '信箱来信与答复',
      sourceId: findTold(row, 'id'),
      state: repliedAt ? 'closed' : 'registered',
      channel: 'mailbox',
      title: findTold(row, 'title'),
      text: findTold(row, 'body'),
      registeredAt: moments.find('time'),
      reply: findTold(row, 'reply'),
      repliedAt,
      statedOutcome: repliedAt ? '已答复' : undefined,
    });
    return { input, unit: undefined, names: NAMES, faults: moments.faults };
  },
};

/** Letters others agreed with: `id, user, title, time, body, likes, dislikes`. Nothing is said of what became of them. */
export const likedLetters: Source = {
  recognises: (row) => hasFields(row, 'body', 'likes', 'dislikes', 'user'),
  understand(row) {
    const moments = momentsOf(row);
    const input = stated({
      sourceSystem: '信箱热点来信',
      sourceId: findTold(row, 'id'),
      state: 'registered',
      channel: 'mailbox',
      title: findTold(row, 'title'),
      text: findTold(row, 'body'),
      registeredAt: moments.find('time'),
    });
    return { input, unit: undefined, names: NAMES, faults: moments.faults };
  },
};
