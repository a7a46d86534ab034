import { expect, test } from 'vitest';
import type { ColumnShown, NounShown, Row } from '#desk/api/program.ts';
import { rowLabel, rowTitle } from './title.ts';
import { targetOf } from './targets.ts';

const column = (title: string, type: ColumnShown['type'] = 'text'): ColumnShown => ({
  title,
  type,
  keeping: 'plain',
});
const noun = (name: string, columns: NounShown['columns'] = {}): NounShown => ({
  name,
  path: `${name}s`,
  title: name,
  states: {},
  filters: [],
  isSearchable: true,
  holdsFiles: true,
  columns,
});
const row = (given: Partial<Row>): Row => ({ id: 'x', number: 'N1', version: 1, state: 's', ...given });

test('a record is told by number and name, each once', () => {
  const office = noun('organisation', { name: column('名称') });
  expect(rowLabel(office, row({ name: '甲局' }))).toBe('N1 甲局');
  expect(rowLabel(noun('letter'), row({}))).toBe('N1');
});

test('a record without a number of its own is told by its day and name, never by its id', () => {
  const day = noun('calendar-day', {
    noticeId: column('通知', 'uuid'),
    fallsOn: column('日期', 'date'),
    name: column('节日'),
  });
  const it = row({ id: 'u', number: 'u', fallsOn: '2020-02-01', name: '春节' });
  expect([rowTitle(day, it), rowLabel(day, it)]).toEqual(['2020-02-01 春节', '2020-02-01 春节']);
  expect(rowTitle(noun('entry'), row({ id: 'u', number: 'u' }))).toBe('entry');
});

test('whose it is by an id alone is no title', () => {
  const relay = noun('relay', { unit: column('承办单位', 'uuid') });
  expect(rowTitle(relay, row({ unit: '01a20a9c-cfb5-73c0-a431-5aa743ac639e' }))).toBe('N1');
});

test.each([
  ['noticeId', 'calendar-notice'],
  ['organisation', 'organisation'],
  ['report', 'received-report'],
  ['itemEdition', 'item-edition'],
  ['caseId', 'case-file'],
  ['department', 'organisation'],
  ['parent', 'calendar-day'],
  ['subject', undefined],
])('the column %s leads to %s', (name, target) => {
  const own = noun('calendar-day');
  const nouns = [
    own,
    noun('calendar-notice'),
    noun('organisation'),
    noun('received-report'),
    noun('item-edition'),
    noun('case-file'),
  ];
  const asked = { noun: own, name, column: column('', 'uuid') };
  expect(targetOf({ nouns, actions: [] }, asked)?.name).toBe(target);
});
