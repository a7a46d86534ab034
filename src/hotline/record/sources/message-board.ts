import { findState } from '../told-words.ts';
import { findTold, hasFields, stated, type RowFault, type Source } from './source.ts';
import { timesIn } from './times.ts';

const NAMES = {
  sourceId: 'id',
  title: 'title',
  text: 'body',
  registeredAt: 'time',
  reply: 'reply',
  repliedAt: 'replyTime',
  type: 'kind',
  topic: 'domain',
  place: 'divisionCode',
  state: 'state',
  statedOutcome: 'state',
};

/** A public board of messages to leaders, with handling states and the codes of divisions all over the country. */
export const messageBoard: Source = {
  recognises: (row) => hasFields(row, 'divisionCode', 'addressee', 'state', 'kind'),
  understand(row) {
    const { times, faults } = timesIn(row, NAMES);
    const told = findTold(row, 'state');
    const state = told === undefined ? undefined : findState(told);
    const unknown: readonly RowFault[] =
      told !== undefined && state === undefined
        ? [{ field: 'state', why: `不认识的状态：${told.slice(0, 40)}` }]
        : [];
    const input = stated({
      ...times,
      sourceSystem: '领导留言板',
      sourceId: findTold(row, 'id'),
      state,
      channel: 'web',
      type: findTold(row, 'kind'),
      topic: findTold(row, 'domain'),
      place: findTold(row, 'divisionCode'),
      title: findTold(row, 'title'),
      text: findTold(row, 'body'),
      reply: findTold(row, 'reply'),
      statedOutcome: told,
    });
    return { input, unit: undefined, names: NAMES, faults: [...faults, ...unknown] };
  },
};
