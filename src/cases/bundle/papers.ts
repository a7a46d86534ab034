import { folded, interview, materialsFor, type Answers, type Elements, type Held } from '#catalogue/index.ts';
import { askedPapers } from '../file/asked-papers.ts';
import type { Offered } from '../file/apply.ts';
import type { Awaited } from '../file/kept.ts';
import { withMandate } from '../file/on-behalf.ts';
import type { Paper } from '../file/paper.ts';
import type { Theme } from './theme.ts';

type Plan = Pick<Theme, 'items' | 'feeds' | 'sameQuestions'>;
export type ThemeEdition = Pick<Offered, 'number' | 'name' | 'elements'>;

/** One item of the bundle, as this applicant needs it. */
export interface BundlePart {
  readonly code: string;
  readonly name: string;
  readonly stage: number;
  /** With what is fed to it marked as the result of the item that feeds it. */
  readonly elements: Elements;
  readonly answers: Answers;
  readonly papers: readonly Paper[];
  /** The results it needs: it goes on when all of them are granted. */
  readonly waitsFor: readonly Awaited[];
}
/** A paper of the whole bundle: handed in once, for all items that ask for it. */
export interface BundlePaper extends Paper {
  readonly items: readonly string[];
}
/** A question of the whole bundle, asked once. */
export interface BundleQuestion {
  readonly question: string;
  readonly choices: readonly string[];
  readonly answer: string | null;
  readonly items: readonly string[];
}
export interface BundlePapers {
  readonly questions: readonly BundleQuestion[];
  readonly papers: readonly BundlePaper[];
  /** In the order of the stages. */
  readonly parts: readonly BundlePart[];
}

/** By what the result of an item is known where another asks for it. */
export const resultKey = ({ number, elements }: ThemeEdition): string => elements.basicCode ?? number;

type Editions = ReadonlyMap<string, ThemeEdition>;

/** The elements of an item with what the theme says feeds it: that material is the result of the other. */
export function fedElements(theme: Pick<Plan, 'feeds'>, edition: ThemeEdition, editions: Editions): Elements {
  const feeds = theme.feeds.filter(({ to }) => to === edition.number);
  const sourceOf = (name: string) => feeds.find(({ material }) => folded(material) === folded(name))?.from;
  const materials = (edition.elements.materials ?? []).map((material) => {
    const source = editions.get(sourceOf(material.name) ?? '');
    return source ? { ...material, outputOf: resultKey(source) } : material;
  });
  return { ...edition.elements, materials };
}

/** What was answered, in the words of one item. */
function answersOf({ sameQuestions }: Plan, code: string, answers: Answers): Answers {
  const renamed = sameQuestions
    .filter(({ item, as }) => item === code && Object.hasOwn(answers, as))
    .map(({ question, as }) => [question, answers[as]!] as const);
  return { ...answers, ...Object.fromEntries(renamed) };
}

interface Choosing {
  readonly theme: Plan;
  readonly editions: Editions;
  readonly answers: Answers;
  readonly held: Held;
}

/** What lies with the office already is not waited for, whoever else makes it. */
function without({ materials = [], ...elements }: Elements, held: readonly string[]): Elements {
  const names = new Set(held.map(folded));
  return {
    ...elements,
    materials: materials.map((each) => (names.has(folded(each.name)) ? { ...each, outputOf: null } : each)),
  };
}

function partOf({ code, stage }: Plan['items'][number], choosing: Choosing): readonly BundlePart[] {
  const { theme, editions, held } = choosing;
  const edition = editions.get(code);
  if (!edition) return [];
  const earlier = theme.items.flatMap((each) => (each.stage < stage ? (editions.get(each.code) ?? []) : []));
  const elements = without(fedElements(theme, edition, editions), held.materials ?? []);
  const answers = answersOf(theme, code, choosing.answers);
  const having = { ...held, underway: [...(held.underway ?? []), ...earlier.map(resultKey)] };
  const waitsFor = materialsFor(elements, answers, having).flatMap(({ material, leftOut }) => {
    const source = earlier.find((each) => resultKey(each) === material.outputOf);
    return leftOut === 'result-underway' && source ? [{ code: source.number, paper: material.name }] : [];
  });
  return [
    {
      code,
      name: edition.name,
      stage,
      elements,
      answers: interview(elements, answers).answers,
      papers: askedPapers(elements, answers, having),
      waitsFor,
    },
  ];
}

/** Papers of one name are one: as many copies as the item that needs most, main where any says so. */
function joined(parts: readonly BundlePart[]): readonly BundlePaper[] {
  const all = parts.flatMap(({ name, papers }) => papers.map((paper) => ({ ...paper, items: [name] })));
  return [...Map.groupBy(all, ({ name }) => folded(name)).values()].map((same) => {
    const asked = same.filter(({ state }) => state !== 'waived');
    const [first] = asked.length > 0 ? asked : same;
    const among = asked.length > 0 ? asked : same;
    const copies = among.flatMap((each) => (each.copies === null ? [] : [each.copies]));
    return {
      ...first!,
      isMain: among.some(({ isMain }) => isMain),
      copies: copies.length > 0 ? Math.max(...copies) : null,
      items: among.flatMap(({ items }) => items),
    };
  });
}

/** The same for whoever applies for another: each of its items asks for the mandate. Pure. */
export function onBehalf(plan: BundlePapers): BundlePapers {
  const parts = plan.parts.map((part) => ({ ...part, papers: withMandate(part.papers) }));
  return { ...plan, parts, papers: joined(parts) };
}

/** The questions of all items in order, each once, under the words in which the bundle asks it. */
function questionsOf({ sameQuestions }: Plan, parts: readonly BundlePart[]): readonly BundleQuestion[] {
  const all = parts.flatMap(({ code, name, elements, answers }) =>
    interview(elements, answers).asked.map(({ question, choices }) => ({
      question:
        sameQuestions.find((each) => each.item === code && each.question === question)?.as ?? question,
      choices,
      answer: answers[question] ?? null,
      items: [name],
    })),
  );
  return [...Map.groupBy(all, ({ question }) => question).values()].map((same) => ({
    ...same[0]!,
    choices: same[0]!.choices.filter((choice) => same.every(({ choices }) => choices.includes(choice))),
    items: same.flatMap(({ items }) => items),
  }));
}

/**
 * What one application for a theme asks: every question once, every material of one name once. What is the result of an
 * item of an earlier stage, or lies with the office already (`held`), is not asked for at all; the item that needs the
 * former waits for it. Items the theme names and `editions` lacks are left out. Pure.
 */
export function bundlePapers(
  theme: Plan,
  editions: Editions,
  answers: Answers = {},
  held: Held = {},
): BundlePapers {
  const inOrder = theme.items.toSorted((a, b) => a.stage - b.stage);
  const parts = inOrder.flatMap((each) => partOf(each, { theme, editions, answers, held }));
  return { questions: questionsOf(theme, parts), papers: joined(parts), parts };
}
