/* What is true of every module together. Access is tested in people/access.test.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { statesPage, withStates } from '#lib/docs/states.ts';
import { readTimeline } from '#lib/http/timeline.ts';
import { countsOf } from '#lib/measure.ts';
import { modules } from './modules.ts';

const committed = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../docs', name), 'utf8');

test('docs/states.md is drawn from the declarations; `npm run docs` writes it', () => {
  expect(committed('states.md')).toBe(statesPage(modules));
});
test.each(modules)('the diagrams in the README of $name are drawn from the declarations', ({ name }) => {
  const readme = resolve(import.meta.dirname, name, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  expect(text).toBe(withStates(text, modules));
});
test('no two nouns share a name, a path or a table, and no two roles a name', () => {
  const nouns = modules.flatMap((module) => module.nouns);
  for (const key of ['name', 'path', 'table'] as const)
    expect(new Set(nouns.map((noun) => noun[key])).size).toBe(nouns.length);
  const roles = modules.flatMap((module) => Object.keys(module.roles));
  expect(new Set(roles).size).toBe(roles.length);
});
test('no input field that names a secret or a person is kept in the ledger as it is', () => {
  const telling = /password|phone|idNumber|identity|caller|secret/i;
  const kept = modules.flatMap((module) =>
    module.actions.flatMap((action) =>
      Object.entries(action.input.properties)
        .filter(([name, schema]) => telling.test(name) && (schema as { keep?: string }).keep === undefined)
        .map(([name]) => `${action.noun.name}.${action.name} ${name}`),
    ),
  );
  // An office's own telephone is public.
  expect(kept.filter((each) => !/^(organisation|site|service-window|window)\./.test(each))).toEqual([]);
});

test('whatever stands in a history has a Chinese title: every action, and every recounting of a deadline', () => {
  const actions = modules.flatMap((module) => module.actions);
  const all = [
    ...actions,
    ...modules.flatMap(({ clocks }) => clocks ?? []).map(({ recompute }) => recompute),
  ].map((each) => ({ noun: each.noun.name, action: each.name }));
  expect(all.length).toBeGreaterThan(200);
  const entries = [...all, { noun: 'case-file', action: 'done-by-an-older-program' }].map((each, n) => ({
    ...each,
    seq: String(n),
    at: '2020-01-02T01:00:00.000Z',
    person: '系统',
    details: {},
    prose: null,
  }));
  const lines = readTimeline({ actions, modules }, JSON.stringify(entries));
  expect(lines.filter(({ title }) => !/^[\p{Script=Han}（）、12]+$/u.test(title))).toEqual([]);
  expect(lines.at(-1)!.title).toBe('现已停用的操作');
});

test('whoever is shown under a mask can be seen in full by somebody, with a reason', () => {
  // Drafts are read by their own applicants; staff know their own telephones.
  const own = new Set(['case-draft', 'account']);
  const actions = new Set(
    modules.flatMap((module) => module.actions.map(({ noun, name }) => `${noun.name}.${name}`)),
  );
  const masked = modules
    .flatMap((module) => module.nouns)
    .filter(({ columns }) => Object.values(columns).some(({ keeping }) => keeping === 'personal'))
    .map(({ name }) => name);
  expect(masked.length).toBeGreaterThan(8);
  expect(masked.filter((name) => !own.has(name) && !actions.has(`${name}.unmask`))).toEqual([]);
});

test('the auditor of the ledger can open the records behind every measure', () => {
  const hidden = modules
    .flatMap((module) => module.measures)
    .flatMap(countsOf)
    .filter(({ noun }) => !('ledger.auditor' in noun.see) && !('people.staff' in noun.see))
    .map(({ name, noun }) => `${name}: ${noun.name}`);
  expect(hidden).toEqual([]);
});
