import { expect, test } from 'vitest';
import type { ActionShown } from '#desk/api/program.ts';
import { inOrder, isOwnWish, isWished, isWorthwhile, mainOf, undecided } from './actions.ts';
import { caseLanding } from './menu.ts';
import type { CaseFile } from './model.ts';
import { requestPage, type Request } from './requests.ts';
import { waitsFor } from './waiting.ts';

const [soon, later] = ['2020-05-25T09:00:00.000Z', '2020-06-08T09:00:00.000Z'];
const request = (kind: string, more: object = {}) =>
  ({ kind, noun: 'case-file', id: '1', dueAt: later, light: 'green', ...more }) as Request;

test('what waits for the head is a line of each kind with the nearest day by which, and opens its list', () => {
  const requests = [
    request('extension'),
    request('extension', { dueAt: soon, light: 'yellow' }),
    request('hearing', { dueAt: null, light: null }),
  ];
  const lines = waitsFor(new Set(['cases.head'])).map((each) => [
    each.title,
    each.to,
    each.countIn({ requests }),
    each.dueIn?.({ requests }),
  ]);
  expect(lines.filter(([, , count]) => count !== '0')).toEqual([
    ['等您批准的延期', '/cases/inbox?kind=extension', '2', requests[1]],
    ['待组织的听证', '/cases/inbox?kind=hearing', '1', null],
  ]);
  expect(waitsFor(new Set(['cases.clerk'])).some(({ to }) => to.includes('kind='))).toBe(false);
});

test('head and firm begin at their inbox; a firm counts what it has not done yet', () => {
  for (const role of ['cases.head', 'cases.utility'])
    expect(caseLanding(new Set([role]))).toBe('/cases/inbox');
  const [line] = waitsFor(new Set(['cases.utility']));
  const connections = [
    { dueAt: later, light: 'green' },
    { dueAt: soon, light: 'red' },
  ];
  expect([line!.countIn({ connections }), line!.dueIn!({ connections })]).toEqual(['2', connections[1]]);
});

test('a request is opened where it is settled: at its case, or on its own page', () => {
  expect(requestPage({ noun: 'case-file', id: '1' })).toBe('/cases/1');
  expect(requestPage({ noun: 'decision-correction', id: '2' })).toBe('/records/decision-corrections/2');
});

const papers: CaseFile['papers'] = [];
test.each([
  [{ openBranches: 2 }, '等 2 项部门意见', '等 2 项部门意见'],
  [{ openConnections: 1 }, '等 1 家公用企业', '等 1 家公用企业'],
  // A refusal waits for no objection.
  [{ openObjections: 1 }, '有 1 件异议没有答复', null],
  [{ openBranches: 0, openConnections: null }, null, null],
] as const)('a decision is no button while it must wait: %j', (row, grant, refuse) => {
  expect([undecided({ papers, ...row }), undecided({ papers, ...row }, false)]).toEqual([grant, refuse]);
  expect(isWorthwhile('grant', { papers, ...row })).toBe(grant === null);
  expect(isWorthwhile('refuse', { papers, ...row })).toBe(refuse === null);
});

const action = (name: string) => ({ name }) as ActionShown;
test('the main button is what moves the case on now; where nothing does, there is none', () => {
  const main = (...names: readonly string[]) => mainOf(inOrder(names.map(action)))?.name;
  expect(main('refuse', 'begin-procedure', 'grant')).toBe('grant');
  expect(main('begin-procedure', 'ask-survey', 'tell-hearing-right')).toBeUndefined();
  expect(main('decline-extension', 'grant-extension')).toBe('grant-extension');
  expect(main('decline-halt', 'suspend')).toBe('suspend');
  expect(main('decline-halt', 'terminate')).toBe('terminate');
});

test('what one asked for oneself is for another: no button, and with the usual ones for whoever may settle it', () => {
  const askedHalt = { what: 'terminate', askedBy: 'me' } as CaseFile['askedHalt'];
  expect(isOwnWish('terminate', { askedHalt }, 'me')).toBe(true);
  expect(isOwnWish('terminate', { askedHalt }, 'other')).toBe(false);
  // Taken back by whoever asked.
  expect(isOwnWish('decline-halt', { askedHalt }, 'me')).toBe(false);
  expect([isWished('terminate', { askedHalt }), isWished('terminate', { askedHalt: null })]).toEqual([
    true,
    false,
  ]);
});
