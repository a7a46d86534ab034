import { isCalledReport } from '../../order/report-words.ts';
import { findInTime, findResult, findState, findYesNo } from '../told-words.ts';
import type { RecordInput, RecordedState } from '../input.ts';
import { bestHeading, findHeading, type Heading } from './headings.ts';
import { findTold, isUnread, stated, type RowFault, type Source, type Told } from './source.ts';
import { timesIn } from './times.ts';

type Names = Partial<Record<Heading, string>>;
/** What one heading of several of one meaning must say to be heard before the others: that somebody is to stay unknown. */
const SPEAKS_FIRST: Partial<Record<Heading, (told: string) => boolean>> = {
  type: isCalledReport,
  isConfidential: (told) => findYesNo(told) === true,
};
/** Where each field stands: of several headings that mean the same the first that holds something. */
function namesIn(row: Told): Names {
  const names: Names = {};
  for (const heading of Object.keys(row)) {
    const field = findHeading(heading);
    if (field === undefined) continue;
    const [told, before] = [findTold(row, heading), names[field] && findTold(row, names[field])];
    const isFirst = told !== undefined && SPEAKS_FIRST[field]?.(told) === true;
    if (names[field] === undefined || before === undefined || isFirst) names[field] = heading;
  }
  // Never another one where it is blank: the number of a line is no number of an order.
  const number = bestHeading('sourceId', Object.keys(row));
  return number === undefined ? names : { ...names, sourceId: number };
}
const withoutCount = (heading: string): string => heading.replace(/（\d+）$/, '');
/** One heading stands over two columns that say different things: which of them is meant nobody knows. */
const twofold = (row: Told, names: Names): readonly RowFault[] =>
  Object.values(names).flatMap((name) => {
    const said = Object.keys(row)
      .filter((heading) => withoutCount(heading) === withoutCount(name))
      .map((heading) => findTold(row, heading));
    const different = new Set(said.filter((each) => each !== undefined));
    return different.size > 1 ? [{ field: withoutCount(name), why: '同名的两列内容不同，请只留一列' }] : [];
  });
/** Under a known heading stands what no cell holds: an object where a word was meant. */
const unread = (row: Told, names: Names): readonly RowFault[] =>
  Object.values(names).flatMap((name) =>
    isUnread(row, name) ? [{ field: name, why: '不是文字、数字或是否，读不出来' }] : [],
  );

interface Reading {
  readonly text: (field: Heading) => string | undefined;
  /** The word as one of ours; a fault where it is none. */
  readonly word: <T>(field: Heading, read: (told: string) => T | undefined) => T | undefined;
  readonly faults: RowFault[];
}
function reading(row: Told, names: Names): Reading {
  const faults: RowFault[] = [];
  const text = (field: Heading): string | undefined => {
    const name = names[field];
    return name === undefined ? undefined : findTold(row, name);
  };
  return {
    text,
    faults,
    word(field, read) {
      const told = text(field);
      const found = told === undefined ? undefined : read(told);
      if (told !== undefined && found === undefined)
        faults.push({ field: names[field]!, why: `不认识的内容：${told.slice(0, 40)}` });
      return found;
    },
  };
}

/** How far it had come, where the source has no word for it: by the last thing it tells. */
function stateOf(times: Partial<RecordInput>, unit: string | undefined): RecordedState {
  if (times.closedAt !== undefined) return 'closed';
  if (times.repliedAt !== undefined || times.reply !== undefined) return 'replied';
  return unit !== undefined || times.dispatchedAt !== undefined ? 'signed' : 'registered';
}
/** A masked number is none: 138****1234 reaches nobody and finds nobody. */
const findPhone = (text: Reading['text']): string | undefined => {
  const phone = text('phone');
  return phone?.includes('*') ? undefined : phone;
};
function callerOf(text: Reading['text']): RecordInput['caller'] {
  const caller = { name: text('callerName'), phone: findPhone(text), address: text('address') };
  const given = Object.fromEntries(Object.entries(caller).filter(([, value]) => value !== undefined));
  return Object.keys(given).length > 0 ? given : undefined;
}

/** 状态 that says more than the state (超期办结) is what the source says of the outcome, where no other column does. */
const outcomeIn = (text: Reading['text']): 'statedOutcome' | 'state' =>
  text('statedOutcome') === undefined && findInTime(text('state') ?? '') !== undefined
    ? 'state'
    : 'statedOutcome';

const SEVERAL = /[、，,;；/／]/;
/** The name without the blanks within it; a fault where several units are named, for one is in charge. */
function unitIn({ text, faults }: Reading, names: Names): string | undefined {
  const unit = text('unit')?.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/gu, '');
  if (unit !== undefined && SEVERAL.test(unit.replace(/[（(][^（）()]*[）)]/g, '')))
    faults.push({ field: names.unit!, why: '写了不止一个单位，请只填主办单位' });
  return unit;
}

/** 工单表 — any table or list whose headings say what they hold, as city platforms hand over theirs. */
export const sheet: Source = {
  recognises: (row) => {
    const names = namesIn(row);
    return names.sourceId !== undefined && names.title !== undefined && names.registeredAt !== undefined;
  },
  understand(row) {
    const names = namesIn(row);
    const read = reading(row, names);
    const { text, word, faults } = read;
    const { times, faults: wrongTimes } = timesIn(row, names);
    const unit = unitIn(read, names);
    const outcome = outcomeIn(text);
    const reply = text('reply');
    const input = stated({
      ...times,
      sourceSystem: text('sourceSystem') ?? '导入的工单表',
      sourceId: text('sourceId'),
      channel: text('channel'),
      type: text('type'),
      topic: text('topic'),
      place: text('place'),
      title: text('title'),
      text: text('text'),
      caller: callerOf(text),
      reply,
      statedOutcome: text(outcome),
      isConfidential: word('isConfidential', findYesNo),
      isUrgent: word('isUrgent', findYesNo),
      isSolved: word('isSolved', findYesNo),
      callBackResult: word('callBackResult', findResult),
      state: word('state', findState) ?? stateOf(stated({ ...times, reply }), unit),
    });
    const fields = {
      ...names,
      handler: names.unit,
      statedOutcome: names[outcome],
      'caller.name': names.callerName,
      'caller.phone': names.phone,
    };
    return {
      input,
      unit,
      names: onlyTexts(fields),
      faults: [...unread(row, names), ...twofold(row, names), ...wrongTimes, ...faults],
    };
  },
};
const onlyTexts = (fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
