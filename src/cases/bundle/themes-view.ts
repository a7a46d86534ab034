import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { calendarOf } from '#calendar/index.ts';
import type { Answers } from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import type { Held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import { listPage, listQuery, withinSight, type ListQuery } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { Answers as AnswersField } from '../file/fields.ts';
import { caseRules } from '../rules.ts';
import { bundlePapers } from './papers.ts';
import { questionsOf } from './questions.ts';
import { bundleLimits, savedBy } from './saved.ts';
import { theme, type Theme } from './theme.ts';
import { themeItems, type ThemeItems } from './theme-items.ts';

type Published = Pick<
  Theme,
  'id' | 'number' | 'name' | 'about' | 'items' | 'feeds' | 'sameQuestions' | 'isJoint'
>;
const published = (db: Reader) =>
  db
    .selectFrom('theme')
    .select(['id', 'number', 'name', 'about', 'items', 'feeds', 'sameQuestions', 'isJoint'])
    .where('state', '=', 'published')
    .orderBy('id', 'desc');

interface Telling {
  readonly app: App;
  readonly now: Instant;
}
/** Every question a theme may come to ask, each once. Its place among them is its field in an address. */
const everyQuestion = (mine: Published, items: ThemeItems): readonly string[] => [
  ...new Set(questionsOf(mine, items).map(({ question }) => question)),
];
/** The choices in an address (`?q2=是`); a field that is no question's, and a choice it does not have, is left out. */
function answersOfFields(
  mine: Published,
  items: ThemeItems,
  query: Readonly<Record<string, unknown>>,
): Answers {
  const every = everyQuestion(mine, items);
  const told = questionsOf(mine, items).flatMap(({ question, choices }) => {
    const choice = query[`q${every.indexOf(question) + 1}`];
    return typeof choice === 'string' && choices.includes(choice) ? [[question, choice] as const] : [];
  });
  return Object.fromEntries(told);
}
const itemsNow = (app: App): ThemeItems => app.held.value(themeItems as Held<unknown>) as ThemeItems;

/** A published theme as the public reads it: its items by stage, its limits, what it asks and what it saves. */
function told(mine: Published, answers: Answers, { app, now }: Telling) {
  const items = itemsNow(app);
  const every = everyQuestion(mine, items);
  const plan = bundlePapers(mine, items, answers);
  const counting = { calendar: calendarOf(app), rules: settingOf(app, caseRules), now };
  const whole = bundleLimits(
    plan.parts.map(({ elements }) => elements),
    mine.isJoint,
    counting,
  );
  const { feeds: _, sameQuestions: __, ...shown } = mine;
  return {
    ...shown,
    state: 'published',
    isOffered: mine.items.every(({ code }) => items.get(code)?.state === 'published'),
    items: plan.parts.map(({ code, name, stage, waitsFor, answers: own }) => ({
      code,
      name,
      stage,
      waitsFor,
      answers: own,
    })),
    limits: whole,
    questions: plan.questions.map((each) => ({ ...each, field: `q${every.indexOf(each.question) + 1}` })),
    papers: plan.papers.map(({ name, state, copies, isMain, because, items: askedBy }) => ({
      name,
      copies,
      isMain,
      because,
      isAsked: state !== 'waived',
      items: askedBy,
    })),
    saved: whole && savedBy(plan, { isJoint: mine.isJoint, whole, editions: items, held: {}, counting }),
  };
}
export type ToldTheme = ReturnType<typeof told>;

/** The published themes, the newest first. */
export async function readThemes(db: Reader, telling: Telling): Promise<readonly ToldTheme[]> {
  const all = (await published(db).execute()) as unknown as readonly Published[];
  return all.map((each) => told(each, {}, telling));
}
interface Wanted {
  readonly id: string;
  /** By question; or as they stand in an address, by field. */
  readonly answers?: Answers;
  readonly fields?: Readonly<Record<string, unknown>>;
}
/** One published theme after these answers, or undefined. */
export async function findTheme(
  db: Reader,
  { id, answers, fields = {} }: Wanted,
  telling: Telling,
): Promise<ToldTheme | undefined> {
  const [found] = (await published(db).where('id', '=', id).execute()) as unknown as readonly Published[];
  return found && told(found, answers ?? answersOfFields(found, itemsNow(telling.app), fields), telling);
}

/** The choices in a query; what is not one is left out, as an item's guide does. */
function answersIn(text: string | undefined): Answers {
  try {
    const said: unknown = JSON.parse(text ?? '{}');
    return Check(AnswersField, said) ? said : {};
  } catch {
    return {};
  }
}

/**
 * 一件事清单 — for everybody `{ items: [theme], next: null }`, those that are published, each with its items, limits, questions,
 * papers and what it saves; for the staff the common list, drafts among them.
 */
export const themesView = view({
  name: 'cases.themes',
  title: '一件事清单',
  path: '/themes',
  may: 'public',
  query: listQuery(theme),
  read: async ({ db, query, by, app, now }) =>
    withinSight(theme, by, app) === null
      ? { items: await readThemes(db, { app, now }), next: null }
      : listPage(theme, query as ListQuery, { by, app }),
});

/**
 * 一件事办理指南 — one published theme for everybody: which questions are still open and which papers are to be brought
 * after the answers so far. `answers` is a JSON object of choices by question; each item has its own among them, each question
 * the `field` by which an address answers it (`q2`).
 */
export const themeGuide = view({
  name: 'cases.theme-guide',
  title: '一件事办理指南',
  path: '/themes/{id}/guide',
  may: 'public',
  query: Type.Object({
    id: Type.String({ title: '一件事主题', format: 'uuid' }),
    answers: Type.Optional(Type.String({ title: '已选情形', maxLength: 5000 })),
  }),
  read: async ({ db, query, app, now }) => {
    const answers = answersIn(query.answers);
    return (await findTheme(db, { id: query.id, answers }, { app, now })) ?? refuse('lib.not-found');
  },
});
