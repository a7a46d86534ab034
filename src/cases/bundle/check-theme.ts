import { ELEMENTS, folded } from '#catalogue/index.ts';
import type { Offered } from '../file/apply.ts';
import { fedElements, resultKey } from './papers.ts';
import type { Theme } from './theme.ts';
import type { ThemeItems } from './theme-items.ts';

type Draft = Pick<Theme, 'items' | 'feeds' | 'sameQuestions'>;

function faultsOfItems({ items }: Draft, known: ThemeItems): readonly string[] {
  const codes = items.map(({ code }) => code);
  const repeated = codes
    .filter((code, n) => codes.indexOf(code) !== n)
    .map((code) => `事项 ${code} 列了不止一次`);
  const missing = codes.flatMap((code) => {
    const found = known.get(code);
    if (!found) return [`没有事项 ${code}`];
    if (found.state !== 'published') return [`「${found.name}」没有在办`];
    return found.isOnApplication ? [] : [`「${found.name}」不是依申请办理的事项`];
  });
  return [...repeated, ...missing];
}

function faultsOfFeeds({ items, feeds }: Draft, known: ThemeItems): readonly string[] {
  const has = (code: string): boolean => items.some((each) => each.code === code);
  return feeds.flatMap(({ from, to, material }) => {
    const target = known.get(to);
    if (!has(from) || !has(to) || !target) return [`结果互用 ${from}→${to} 的事项不在主题里`];
    const materials = target.elements.materials ?? [];
    return materials.some(({ name }) => folded(name) === folded(material))
      ? []
      : [`「${target.name}」没有材料“${material}”`];
  });
}

/** What feeds another must come in an earlier stage, whether the theme says so or the item itself: so nothing goes round. */
function faultsOfOrder(draft: Draft, known: ThemeItems): readonly string[] {
  const all = draft.items.flatMap(({ code, stage }) => {
    const offered = known.get(code);
    return offered ? [{ offered, stage }] : [];
  });
  return all.flatMap((later) =>
    (fedElements(draft, later.offered, known).materials ?? []).flatMap(({ name, outputOf }) => {
      const source = all.find(({ offered }) => resultKey(offered) === outputOf);
      return !source || source.stage < later.stage
        ? []
        : [`「${later.offered.name}」的材料“${name}”是「${source.offered.name}」的结果，后者须排在前一阶段`];
    }),
  );
}

const questionIn = (offered: Offered | undefined, question: string) =>
  offered?.elements.situations?.find((each) => each.question === question);

function faultsOfQuestions({ items, sameQuestions }: Draft, known: ThemeItems): readonly string[] {
  return sameQuestions.flatMap(({ item, question, as }) => {
    const own = questionIn(known.get(item), question);
    if (!own) return [`事项 ${item} 没有问题“${question}”`];
    const other = items.map(({ code }) => questionIn(known.get(code), as)).find((each) => each !== undefined);
    if (!other) return [`没有一个事项问“${as}”`];
    const isSame = folded([...own.choices].sort().join()) === folded([...other.choices].sort().join());
    return isSame ? [] : [`“${question}”和“${as}”的选项不同，不能作为同一问题`];
  });
}

function faultsOfLimits({ items }: Draft, known: ThemeItems): readonly string[] {
  return items.flatMap(({ code }) => {
    const offered = known.get(code);
    const { legalLimit, promisedLimit, kind, type } = offered?.elements ?? {};
    const isHeld = legalLimit ?? promisedLimit ?? (kind === 'instant' || type === 'licence' ? true : null);
    return !offered || isHeld ? [] : [`「${offered.name}」没有写明${ELEMENTS.legalLimit.title}`];
  });
}

/** What speaks against publishing a theme, in Chinese, one sentence each; none when it can go out. Pure. */
export const faultsOf = (draft: Draft, known: ThemeItems): readonly string[] => [
  ...faultsOfItems(draft, known),
  ...faultsOfFeeds(draft, known),
  ...faultsOfOrder(draft, known),
  ...faultsOfQuestions(draft, known),
  ...faultsOfLimits(draft, known),
];
