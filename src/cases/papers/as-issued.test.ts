import { describe, expect, test } from 'vitest';
import { asKnownOn, calendarTable, clockOf, loadChineseDays } from '#calendar/index.ts';
import { day, dayOf, instant } from '#lib/time.ts';
import type { DecisionCorrection } from '../after/decision-correction.ts';
import type { CaseFile } from '../file/case-file.ts';
import { broughtIn, type Paper } from '../file/paper.ts';
import { asIssued } from './as-issued.ts';

const calendar = calendarTable(loadChineseDays());
const at = (local: string) => instant(`${local.replace(' ', 'T')}+08:00`);
const received = at('2020-05-11 09:00');
const accepted = at('2020-05-13 10:00');
const paper = (name: string, more: Partial<Paper> = {}): Paper => ({
  name,
  isMain: true,
  state: 'present',
  copies: 1,
  at: received,
  document: null,
  because: null,
  ...more,
});
const knownAt = () => calendar;
const since = { knownAt, ownEnd: null, corrections: [], bars: [] };
const file = (more: Partial<CaseFile>): CaseFile =>
  ({
    receivedAt: received,
    acceptedAt: accepted,
    acceptance: 'standard',
    legalClock: null,
    promisedClock: null,
    outstandingClock: null,
    extendedAt: null,
    tellDays: 5,
    tellByAt: null,
    ...more,
  }) as CaseFile;
const statesOf = ({ papers }: CaseFile) => papers.map(({ state }) => state);

describe('a receipt', () => {
  test('lists what came with the application, though more came since', () => {
    const papers = [
      paper('申请书'),
      paper('协议', { at: at('2020-05-12 10:42') }),
      paper('照片', { state: 'outstanding', at: null }),
      paper('执照', { state: 'waived', at: null }),
      paper('证明', { state: 'promised', at: null }),
    ];
    expect(statesOf(asIssued(file({ papers }), 'receipt', since))).toEqual([
      'present',
      'missing',
      'missing',
      'waived',
      'missing',
    ]);
  });

  test('keeps what was found wanting afterwards and brought again', () => {
    const wanting = [paper('申请书'), paper('协议', { state: 'missing' })];
    const { papers } = broughtIn(wanting, ['协议'], at('2020-05-12 10:42'));
    expect(papers[1]).toMatchObject({ at: at('2020-05-12 10:42'), firstAt: received });
    expect(statesOf(asIssued(file({ papers }), 'receipt', since))).toEqual(['present', 'present']);
    const again = broughtIn([{ ...papers[1]!, state: 'missing' }], ['协议'], at('2020-05-13 09:00'));
    expect(again.papers[0]).toMatchObject({ firstAt: received });
  });

  test('of papers written down later than they came: the first of them came with the application', () => {
    const papers = [paper('申请书', { at: accepted }), paper('协议', { at: at('2020-05-14 09:00') })];
    expect(statesOf(asIssued(file({ papers }), 'receipt', since))).toEqual(['present', 'missing']);
  });
});

describe('a notice of acceptance', () => {
  const papers = [
    paper('申请书'),
    paper('协议', { at: at('2020-05-15 09:00') }),
    paper('证明', { state: 'promised', at: null }),
  ];
  test('lists as owed what came afterwards', () => {
    const row = file({ papers, acceptance: 'tolerant' });
    for (const kind of ['acceptance', 'tolerance-notice', 'tolerance-promise'] as const)
      expect(statesOf(asIssued(row, kind, since))).toEqual(['present', 'outstanding', 'promised']);
  });

  test('says the limits as they were set: what stood still or was added since has papers of its own', () => {
    const limit = { amount: 20, unit: 'working-day' } as const;
    const told = clockOf(accepted, limit);
    const pause = { from: at('2020-05-20 09:00'), to: null, reason: '听证' };
    const more = { amount: 10, reason: '案情复杂', approvedAt: at('2020-06-05 10:00') };
    const now = { ...told, pauses: [pause], extensions: [more] };
    const row = file({
      papers,
      legalClock: now,
      promisedClock: now,
      legalDueAt: null,
      outstandingClock: now,
    });
    const issued = asIssued(row, 'acceptance', since);
    // 14–15 May 1–2, 18–22 –7, 25–29 –12, 1–5 June –17, 8–10 June 20
    expect(
      [issued.legalDueAt, issued.promisedDueAt, issued.outstandingDueAt].map((each) => dayOf(each!)),
    ).toEqual(['2020-06-10', '2020-06-10', '2020-06-10']);
    // Other papers tell of the case as it is.
    expect(asIssued(row, 'suspension', since)).toBe(row);
  });
});

test('an extension says the day it gave, whatever stood still since', () => {
  const extendedAt = at('2020-06-05 10:00');
  const told = clockOf(accepted, { amount: 20, unit: 'working-day' });
  const legalClock = {
    ...told,
    pauses: [{ from: at('2020-06-08 09:00'), to: null, reason: '专家评审' }],
    extensions: [{ amount: 10, reason: '案情复杂', approvedAt: extendedAt }],
  };
  const issued = asIssued(file({ papers: [], legalClock, extendedAt, legalDueAt: null }), 'extension', since);
  // 10 June as above; 11–12 –22, 15–19 –27, 22–24 –30
  expect(dayOf(issued.legalDueAt!)).toBe('2020-06-24');
});

test('a receipt says by when gaps are told though the case went on, by the calendar of its day; not what was mended since', () => {
  const early = { receivedAt: at('2020-01-22 10:00'), papers: [], spotCorrections: '更正了日期' };
  const known = (on: string) => calendarTable(asKnownOn(loadChineseDays(), day(on)));
  const issued = (on: string) => asIssued(file(early), 'receipt', { ...since, knownAt: () => known(on) });
  // 23, 31 January, Saturday 1 February (worked), 3, 4 February; lengthened on the 27th: 23 January, 3–6 February
  expect(dayOf(issued('2020-01-22').tellByAt!)).toBe('2020-02-04');
  expect(dayOf(issued('2020-01-27').tellByAt!)).toBe('2020-02-06');
  expect(issued('2020-01-22').spotCorrections).toBeNull();
});

describe('a decision', () => {
  const made = (more: Partial<DecisionCorrection>): DecisionCorrection =>
    ({
      state: 'made',
      keepsBefore: true,
      resultNumber: null,
      validUntil: null,
      decisionText: null,
      ...more,
    }) as DecisionCorrection;
  const corrections = [
    made({ settledAt: at('2020-06-01 09:00'), resultNumber: 'B', numberBefore: 'A' }),
    made({
      settledAt: at('2020-06-02 09:00'),
      resultNumber: 'C',
      numberBefore: 'B',
      decisionText: '新',
      textBefore: '旧',
    }),
    made({ settledAt: at('2020-06-03 09:00'), state: 'dropped', resultNumber: 'D', numberBefore: 'C' }),
  ];
  const row = file({ papers: [], resultNumber: 'C', reason: '新', validUntil: null });
  test('says what it said before its slips were put right', () => {
    expect(asIssued(row, 'grant', { ...since, corrections })).toMatchObject({
      resultNumber: 'A',
      reason: '旧',
    });
  });
  test('says the end it gave, though the law lengthened it since', () => {
    const ownEnd = day('2021-05-10');
    const lengthened = { ...row, validUntil: day('2022-05-10') };
    expect(asIssued(lengthened, 'grant', { ...since, ownEnd })).toMatchObject({ validUntil: '2021-05-10' });
  });
  test('of corrections that kept nothing stays as it stands', () => {
    const old = corrections.map((each) => ({ ...each, keepsBefore: null }));
    expect(asIssued(row, 'grant', { ...since, corrections: old })).toMatchObject({ resultNumber: 'C' });
  });
  test.each(['refusal', 'decline', 'revocation'] as const)(
    'of bad faith (%s) names the bar though it is annulled',
    (kind) => {
      const bars = [{ ground: 'concealed', lastDay: day('2021-05-11') }] as const;
      const free = file({ papers: [], badFaith: null, barredUntil: null });
      const told = { badFaith: 'concealed', barredUntil: '2021-05-11' };
      expect(asIssued(free, kind, { ...since, bars })).toMatchObject(told);
    },
  );
});
