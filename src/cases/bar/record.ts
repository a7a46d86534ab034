import { courseOf, itemEdition, type ItemEdition } from '#catalogue/index.ts';
import { create, type Write } from '#lib/action/action.ts';
import { find, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { applicationBar } from './application-bar.ts';
import { lastDayOfBar } from './term.ts';
import type { BadFaith } from './words.ts';

type Asked = { readonly row: Pick<CaseFile, 'id' | 'itemEdition'> };
/** What a decision on bad faith must have on the table: whether the item is one of safety, and who applied. */
export const barNeeds = {
  begunWith: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
  person: opened(caseFile, ({ row }: Asked) => ({ id: row.id })),
};
interface Deciding {
  readonly caseFile: CaseFile;
  readonly begunWith: ItemEdition | null;
  readonly person: readonly Readonly<Partial<Record<'applicantName' | 'applicantId', string | null>>>[];
  readonly now: Instant;
  readonly id: (n: number) => string;
}
interface Barred {
  readonly patch: { readonly badFaith?: BadFaith; readonly barredUntil?: Day };
  readonly writes: readonly Write[];
}
const sealed = (plain: string | null | undefined) => (plain ? { plain } : null);

/**
 * What a decision for bad faith writes: its ground on the case, and of a licence that directly concerns public safety, health, life or property
 * the bar, from the day of the decision. Refuses while nobody knows by their document who is to be barred. Pure.
 */
export function barredFor(ground: BadFaith | undefined, given: Deciding): Barred {
  if (ground === undefined) return { patch: {}, writes: [] };
  const { caseFile: mine, begunWith, person, now } = given;
  if (!mine.isLicence || !courseOf(begunWith?.elements ?? {}).isOfSafety)
    return { patch: { badFaith: ground }, writes: [] };
  if (mine.applicantId === null && mine.creditCode === null) refuse('cases.bar-no-identity');
  const decidedOn = dayOf(now);
  const lastDay = lastDayOfBar(decidedOn, ground);
  const record = create(applicationBar, {
    state: 'barred',
    caseId: mine.id,
    caseNumber: mine.number,
    item: mine.item,
    itemName: mine.itemName,
    basicCode: mine.basicCode,
    department: mine.department,
    place: mine.place,
    name: sealed(person[0]?.applicantName),
    identity: sealed(person[0]?.applicantId),
    creditCode: mine.creditCode,
    ground,
    decidedOn,
    lastDay,
  });
  return { patch: { badFaith: ground, barredUntil: lastDay }, writes: [record] };
}
