import type { AuditedDocument } from './audit.ts';
import { fold } from './text/fold.ts';

/** Do two documents speak of one unit and one period? `likely`: their titles say so, no name of a unit does. */
export function sameMatter(a: AuditedDocument, b: AuditedDocument): 'sure' | 'likely' | undefined {
  if (a.year === null || a.year !== b.year || periodOf(a.title) !== periodOf(b.title)) return undefined;
  // Unit names are written with and without the city in front: the last six characters decide.
  if (a.unit !== null && b.unit !== null)
    return a.unit.replace(/\s/g, '').slice(-6) === b.unit.replace(/\s/g, '').slice(-6) ? 'sure' : undefined;
  return a.kind === b.kind && alike(bareTitle(a.title), bareTitle(b.title)) ? 'likely' : undefined;
}

/** 3月, 第二季度, 上半年: what part of the year a title names; two bulletins of one year are not one. */
const periodOf = (title: string): string =>
  [...fold(title).matchAll(/\d{1,2}\s?月|第?[一二三四1-4]季度|[上下]半年|第?\d{1,2}[周期]/g)]
    .map((match) => match[0].replace(/[\s第]/g, ''))
    .join();

const bareTitle = (title: string): string =>
  fold(title)
    .replace(/[(〔[【][^)〕\]】]{0,12}[)〕\]】]/g, '')
    .replace(/(?:19|20)\d\d\s?年度?|\d{1,2}\s?月份?|关于|[\s“”"《》]/g, '');

/** Both begin with the same place, and most pairs of characters are common. */
function alike(a: string, b: string): boolean {
  if (a.length < 6 || b.length < 6 || a.slice(0, 3) !== b.slice(0, 3)) return false;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return common * 10 >= (left.size + right.size) * 3.5;
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
