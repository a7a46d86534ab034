/**
 * Suggesting topics and units, and finding hot matters, over the letters and events beside the project.
 * `npm run bench -- classify`; every figure is a share of rows that no model has seen.
 */
import { readFileSync } from 'node:fs';
import { indexTexts, similar } from '#hotline/assist/similar/similar.ts';
import { hotMatters } from '#hotline/assist/similar/hot-matters.ts';
import { evaluateTopics } from '#hotline/assist/topics/evaluate.ts';
import { readLetters, readLines } from '#hotline/assist/topics/letters.ts';
import { readClosedOrders } from '#hotline/assist/units/closed-order.ts';
import { evaluateUnits } from '#hotline/assist/units/evaluate.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { instantOf } from '#lib/time.ts';
import { printTable } from './table.ts';

const nothing = (): void => {};
const figure = (value: number): string => value.toFixed(4);
const read = (path: string): Uint8Array | undefined => {
  const full = sharedFile(path);
  return full === undefined ? undefined : readFileSync(full);
};

const mailbox = read('data/mailbox/train.jsonl.gz');
if (mailbox) {
  const letters = readLetters(mailbox);
  const began = performance.now();
  const found = evaluateTopics(letters, { folds: 5 }, nothing);
  const took = (performance.now() - began) / 1000;
  const written = letters.flatMap(({ label, written: text }) =>
    text === undefined ? [] : [{ label, text }],
  );
  const raw = evaluateTopics(written, {}, nothing);
  printTable(
    'topics',
    ['letters', 'method', 'macro-F1', 'accuracy', 'first two', 'ms a message (median)'],
    [found, raw].map((each) => [
      String(each.rows),
      each.method,
      figure(each.macroF1),
      figure(each.accuracy),
      figure(each.top2),
      each.msPerMessage.toFixed(2),
    ]),
  );
  console.log(`five trainings and 6,448 × 1 + 1,141 × 1 judgements: ${took.toFixed(1)} s`);
}

const events = read('data/pingshan-events/events-train.jsonl.gz');
if (events) {
  const { first, inThree, later, rows } = evaluateUnits(readClosedOrders(events));
  printTable(
    `units, ${rows} events`,
    ['split', 'first', 'in three'],
    [
      ['drawn 70/30', figure(first), figure(inThree)],
      ['first 70 % by day, then the rest', figure(later.first), figure(later.inThree)],
    ],
  );
}

const hot = read('data/mailbox/hot-topics.jsonl.gz');
if (hot) {
  const rows = readLines(hot).map(([, value]) => {
    const { id, title, body, time } = value as Record<'id' | 'title' | 'body' | 'time', string>;
    return {
      id,
      title,
      text: body,
      at: instantOf(Date.parse(`${time.replace(' ', 'T')}+08:00`)),
      place: null,
      topic: null,
    };
  });
  const timed = (work: () => unknown): string => {
    const began = performance.now();
    work();
    return `${(performance.now() - began).toFixed(0)} ms`;
  };
  const texts = rows.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` }));
  const index = indexTexts(texts);
  const until = instantOf(Date.parse('2021-01-01T00:00:00Z'));
  printTable(
    `${rows.length} letters`,
    ['work', 'time'],
    [
      ['index', timed(() => indexTexts(texts))],
      [
        '100 searches for similar letters',
        timed(() => texts.slice(0, 100).map(({ text }) => similar(index, text))),
      ],
      ['hot matters of all letters at once', timed(() => hotMatters(rows, { until, days: 1500 }))],
    ],
  );
}
