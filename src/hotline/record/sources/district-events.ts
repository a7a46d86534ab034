import { findTold, hasFields, stated, type Source, type Told } from './source.ts';
import { timesIn } from './times.ts';

const NAMES = {
  sourceId: 'id',
  registeredAt: 'date',
  channel: 'source',
  type: 'nature',
  topic: 'type',
  title: 'subType',
  place: 'street',
  handler: 'disposeUnit',
  statedOutcome: 'outcome',
};
/** A dash stands for nothing there. */
const said = (row: Told, field: string): string | undefined => {
  const text = findTold(row, field);
  return text === '-' ? undefined : text;
};
const joined = (parts: readonly (string | undefined)[], by: string): string | undefined =>
  parts.filter((part) => part !== undefined).join(by) || undefined;

const CHANNELS: Readonly<Record<string, string>> = {
  '12345': 'phone',
  '12319': 'phone',
  固话投诉: 'phone',
  政府信箱: 'mailbox',
};

/** 民生诉求事件 of a district: a day, a place, three levels of topic, the unit that dealt with it, in time or not as it says. */
export const districtEvents: Source = {
  recognises: (row) => hasFields(row, 'street', 'community', 'disposeUnit', 'outcome'),
  understand(row) {
    const { times, faults } = timesIn(row, NAMES);
    const [source, outcome, unit] = ['source', 'outcome', 'disposeUnit'].map((field) => said(row, field));
    const levels = ['type', 'mainType', 'subType'].map((field) => said(row, field)?.replaceAll('/', '、'));
    const place = joined([said(row, 'street'), said(row, 'community')], '');
    const input = stated({
      ...times,
      sourceSystem: '区民生诉求平台',
      sourceId: findTold(row, 'id'),
      state: 'closed',
      channel: source && (CHANNELS[source] ?? source),
      type: said(row, 'nature'),
      topic: joined(levels, '/'),
      place,
      title: levels[2] ?? levels[1] ?? levels[0],
      // There is no text; the row itself is all that was said, its own words for channel and unit among it.
      text: joined(
        [
          source && `来源：${source}`,
          place && `地点：${place}`,
          joined(levels, '／'),
          unit && `处置单位：${unit}`,
        ],
        '\n',
      ),
      statedOutcome: outcome,
    });
    return { input, unit, names: NAMES, faults };
  },
};
